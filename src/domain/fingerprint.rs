//! A short number that stands for something longer: in a button, in a log, beside what was agreed. It hides nothing.

/// FNV-1a: small, and the same on every machine and in every version, so that what is stored of it stays true.
pub fn fingerprint(told: impl AsRef<[u8]>) -> u32 {
    let bytes = told.as_ref().iter();
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
