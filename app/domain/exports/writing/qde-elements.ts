import { escapeXml } from "../../text/xml.ts";

export function attribute(name: string, value: string): string {
  // A line end in an attribute would be read as a space.
  return ` ${name}="${escapeXml(value).replaceAll("\n", "&#10;")}"`;
}

/** An element with those that stand in it. */
export function element(
  name: string,
  attributes: string[],
  within: string[] = [],
): string {
  const open = `<${name}${attributes.join("")}`;
  if (within.length === 0) return `${open}/>\n`;
  return `${open}>\n${within.join("")}</${name}>\n`;
}

export function textElement(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>\n`;
}
