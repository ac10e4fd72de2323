"""One imagined case: who writes, from where, about whom; and the value behind every slot."""

from __future__ import annotations

from models.training.generator import dates, invent, keyed, negatives, phones, values
from models.training.generator.markup import Piece
from models.training.generator.people import ROLES
from models.training.generator.places import Places


class Scene(Places):
    """All slots of the frames; a slot nobody knows raises KeyError."""

    def slot(self, name: str, argument: str) -> list[Piece]:
        """The pieces for ``{name:argument}``."""
        if name in ROLES:
            return self.person_slot(name, argument)
        maker = getattr(self, f"make_{name}", None)
        if maker is not None:
            made: list[Piece] = maker(argument)
            return made
        return [(negatives.make(name, self.rng, english=self.english), None)]

    # --- numbers with the word that names them -------------------------------------------------

    def make_idf(self, argument: str) -> list[Piece]:
        """A personal number with its name in front: "Kassenzeichen: 5.0697.079613.9"."""
        before, number = keyed.field(
            self.rng, english=self.english, personal=True, table=argument == "table"
        )
        return [(before, None), (number, "ID_NUMBER")]

    def make_nof(self, argument: str) -> list[Piece]:
        """A number that is nobody's with its name in front: "Art.-Nr. 40123"."""
        before, number = keyed.field(
            self.rng, english=self.english, personal=False, table=argument == "table"
        )
        return [(before + number, None)]

    def make_id(self, argument: str) -> list[Piece]:
        return [(self.keep(f"id-{argument}", keyed.number(self.rng, "")), "ID_NUMBER")]

    def make_short(self, argument: str) -> list[Piece]:
        """A number of few digits, as clubs and schools give them."""
        made = values.shape(self.rng, self.rng.choice(["####", "#####", "###", "00###", "@-###"]))
        return [(self.keep(f"short-{argument}", made), "ID_NUMBER")]

    def make_uuid(self, _: str) -> list[Piece]:
        return [(values.shape(self.rng, "********-****-4***-****-************"), "ID_NUMBER")]

    def make_serial(self, argument: str) -> list[Piece]:
        return [(self.keep(f"serial{argument}", values.serial(self.rng)), "ID_NUMBER")]

    def make_taxid(self, _: str) -> list[Piece]:
        return [(values.tax_id(self.rng, self.country), "ID_NUMBER")]

    def make_idcard(self, argument: str) -> list[Piece]:
        made = values.shape(
            self.rng,
            self.rng.choice(["L#@##@###", "C##@#@@##", "T########", "L01X00T47#", "U #######"]),
        )
        return [(self.keep(f"idcard{argument}", made), "ID_NUMBER")]

    def make_imei(self, _: str) -> list[Piece]:
        return [(values.luhn_complete("35" + values.digits(self.rng, 12)), "ID_NUMBER")]

    def make_meter(self, argument: str) -> list[Piece]:
        shapes = (
            "1EMH00########|1 LGZ 00## #### ####|########|1ESY##########|#@@@##########|"
            "DE000############################"
        )
        return [(self.keep(f"meter{argument}", keyed.number(self.rng, shapes)), "ID_NUMBER")]

    def make_vin(self, _: str) -> list[Piece]:
        shapes = "WVWZZZ1KZ@W######|WBA########@#####|TMBZZZ##@########|W0L0SDL########"
        return [(self.keep("vin", keyed.number(self.rng, shapes)), "ID_NUMBER")]

    def make_ustid(self, _: str) -> list[Piece]:
        shapes = {"AT": "ATU########", "CH": "CHE-###.###.###"}.get(self.country, "DE#########")
        return [(values.shape(self.rng, shapes), "ID_NUMBER")]

    # --- money ----------------------------------------------------------------------------------

    def make_iban(self, argument: str) -> list[Piece]:
        country = self.country if not self.english else self.rng.choice(["GB", "NL"])
        return [(self.keep(f"iban{argument}", values.iban(self.rng, country)), "IBAN")]

    def make_bic(self, argument: str) -> list[Piece]:
        made = values.bic(self.rng, self.country.replace("EN", "GB"))
        return [(self.keep(f"bic{argument}", made), "IBAN")]

    def make_sortcode(self, _: str) -> list[Piece]:
        return [(values.shape(self.rng, "##-##-##"), "IBAN")]

    def make_account(self, _: str) -> list[Piece]:
        return [(values.digits(self.rng, self.rng.randint(6, 10), first="123456789"), "IBAN")]

    def make_blz(self, _: str) -> list[Piece]:
        code = values.digits(self.rng, 8, first="1234567")
        return [(self.rng.choice([code, values.group(code, [3, 3, 2])]), "IBAN")]

    def make_card(self, argument: str) -> list[Piece]:
        return [(self.keep(f"card{argument}", values.card(self.rng)), "CREDIT_CARD")]

    def make_card4(self, _: str) -> list[Piece]:
        return [(self.keep("card4", values.digits(self.rng, 4)), "CREDIT_CARD")]

    # --- secrets --------------------------------------------------------------------------------

    def make_cvv(self, _: str) -> list[Piece]:
        return [(values.digits(self.rng, 3), "PASSWORD")]

    def make_pin(self, argument: str) -> list[Piece]:
        return [(self.keep(f"pin{argument}", invent.pin(self.rng)), "PASSWORD")]

    def make_password(self, argument: str) -> list[Piece]:
        return [(self.keep(f"password{argument}", invent.password(self.rng)), "PASSWORD")]

    def make_secret(self, argument: str) -> list[Piece]:
        return [(self.keep(f"secret{argument}", values.secret(self.rng)), "PASSWORD")]

    def make_session(self, _: str) -> list[Piece]:
        return [(values.session(self.rng), "PASSWORD")]

    def make_activation(self, _: str) -> list[Piece]:
        return [(values.activation(self.rng), "PASSWORD")]

    # --- reaching someone, and machines -----------------------------------------------------------

    def make_phone(self, argument: str) -> list[Piece]:
        return [(self.keep(f"phone{argument}", phones.phone(self.rng, self.country)), "PHONE")]

    def make_ext(self, _: str) -> list[Piece]:
        return phones.extension(self.rng, english=self.english)

    def make_ip(self, argument: str) -> list[Piece]:
        made = invent.ip_v6(self.rng) if self.rng.random() < 0.2 else values.ip(self.rng)
        return [(self.keep(f"ip{argument or self.rng.random()}", made), "IP")]

    def make_mac(self, argument: str) -> list[Piece]:
        return [(self.keep(f"mac{argument or self.rng.random()}", values.mac(self.rng)), "MAC")]

    def make_plate(self, argument: str) -> list[Piece]:
        country = self.country if not self.english else "GB"
        return [(self.keep(f"plate{argument}", values.plate(self.rng, country)), "LICENSE_PLATE")]

    def make_clock(self, _: str) -> list[Piece]:
        """Time of day with seconds; within one text it runs forward."""
        last = int(self.kept.get("clock", "") or self.rng.randint(0, 70000))
        now = (last + self.rng.choice([0, 1, 3, 20, 47, 65, 130, 400])) % 86400
        self.kept["clock"] = str(now)
        return [(f"{now // 3600:02d}:{now // 60 % 60:02d}:{now % 60:02d}", None)]

    def make_hm(self, _: str) -> list[Piece]:
        """Hours and minutes; within one text they run forward with the other times."""
        return [(self.make_clock("")[0][0][:5], None)]

    # --- dates ------------------------------------------------------------------------------------

    def make_dob(self, argument: str) -> list[Piece]:
        made = dates.birth_date(self.rng, english=self.english, child=argument == "kid")
        argument = "" if argument == "kid" else argument
        return [(self.keep(f"dob{argument}", made) if argument else made, "DATE_OF_BIRTH")]

    def make_date(self, argument: str) -> list[Piece]:
        if argument == "iso":
            day, month, year = dates.draw(self.rng, 2022, 2026)
            return [(f"{year}-{month:02d}-{day:02d}", "DATE")]
        if argument == "full":
            day, month, year = dates.draw(self.rng, 2022, 2026)
            return [(f"{day:02d}.{month:02d}.{year}", "DATE")]
        if argument == "clf":
            day, month, year = dates.draw(self.rng, 2023, 2026)
            return [(f"{day:02d}/{dates.MONTHS_EN[month - 1][:3]}/{year}", "DATE")]
        if argument == "rfc":
            day, month, year = dates.draw(self.rng, 2022, 2026)
            return [(f"{day} {dates.MONTHS_EN[month - 1][:3]} {year}", "DATE")]
        if argument == "log":
            day, month, _ = dates.draw(self.rng, 2022, 2026)
            return [(f"{dates.MONTHS_EN[month - 1][:3]} {day:2d}", "DATE")]
        text, rest = dates.date(self.rng, english=self.english)
        return [(text, "DATE"), (rest, None)] if rest else [(text, "DATE")]
