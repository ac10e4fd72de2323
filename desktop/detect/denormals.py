"""Numbers too small to matter are made zero, because the processor takes long over them.

A trained model's attention is sharp: most of its weights are far below 1e-38, where IEEE 754 goes
on with denormal numbers. On x86 each costs a microcode assist, which nearly doubled the time of a
mail (438 against 250 ms per 1,000 characters, one thread of a busy machine). The control register
has two bits against that (Intel SDM vol. 1, 10.2.3: flush-to-zero, denormals-are-zero). It belongs
to the thread, and new threads inherit it.
"""

from __future__ import annotations

import ctypes
import platform
import sys

_FLUSH_TO_ZERO = 0x8000
_DENORMALS_ARE_ZERO = 0x0040
_ENVIRONMENT_BYTES = 32  # glibc's fenv_t on x86-64; MXCSR is its last four bytes
_MXCSR = slice(28, 32)


def flush_denormals() -> bool:
    """Set both bits for this thread; False where that is not known how (not x86-64 with glibc)."""
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64":
        return False
    try:
        library = ctypes.CDLL("libm.so.6")
    except OSError:
        return False
    environment = (ctypes.c_ubyte * _ENVIRONMENT_BYTES)()
    if library.fegetenv(environment) != 0:
        return False
    raw = bytearray(environment)
    bits = int.from_bytes(raw[_MXCSR], "little") | _FLUSH_TO_ZERO | _DENORMALS_ARE_ZERO
    raw[_MXCSR] = bits.to_bytes(4, "little")
    return bool(library.fesetenv((ctypes.c_ubyte * _ENVIRONMENT_BYTES)(*raw)) == 0)
