"""Text into description and tokens, and back, byte for byte.

``split`` takes the marks out, ``rehydrate`` puts them back, ``find_tokens`` finds tokens in what a
vendor wrote, ``merge_reply`` puts the values there. All of it is pure.

Error: ``UserError`` ``description_changed`` when an edited description is to be rehydrated.
"""
