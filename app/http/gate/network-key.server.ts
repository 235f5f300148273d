import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";

/** A keyed hash that stands for the network an address belongs to; the address itself is kept nowhere. */
export function networkKey(address: string, secret: string): string {
  const network =
    isIPv6(address) && !address.startsWith("::ffff:")
      ? ipv6Network(address)
      : address;
  return createHmac("sha256", secret)
    .update(`network:${network}`)
    .digest("base64url");
}

/** The first 64 bits: a household's or a phone's own network. */
function ipv6Network(address: string): string {
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined
      ? []
      : Array<string>(8 - first.length - last.length).fill("0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}
