"""The encrypted stores: keys, migrations, repositories, audit, backup."""
