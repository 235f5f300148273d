const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret as it is typed into an app: RFC 4648's base 32. */
export function writeKey(secret: Uint8Array): string {
  let bits = "";
  for (const byte of secret) bits += byte.toString(2).padStart(8, "0");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => base32[parseInt(group.padEnd(5, "0"), 2)])
    .join("");
}

/** What a camera reads: the key, and how the app lists it. */
export function writeKeyUri(
  secret: Uint8Array,
  { issuer, account }: { issuer: string; account: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const parameters = new URLSearchParams({ secret: writeKey(secret), issuer });
  return `otpauth://totp/${label}?${parameters.toString().replaceAll("+", "%20")}`;
}
