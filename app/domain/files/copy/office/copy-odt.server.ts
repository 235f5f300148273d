import { decodeText } from "../../decode-text.ts";
import type { Archive } from "../../formats/archive.server.ts";
import {
  type RewriteRules,
  rewriteXml,
  type StartTag,
} from "../../formats/xml-rewrite.ts";
import { attributeOf, readXmlTokens } from "../../formats/xml-tokens.ts";
import { cleanPicture } from "./clean-picture.server.ts";
import type { CleanedParts } from "../copying.ts";
import { keepTarget, withoutPathOrPlace } from "./targets.ts";

/** The styles of the whole document first: what it says is hidden by them, too. */
const written = ["styles.xml", "content.xml"];
const picture = /^Pictures\/[^/]+$/;
const manifest = "META-INF/manifest.xml";

/** The parts of an OpenDocument text that make its pages. */
export const openDocumentParts = (name: string) =>
  name === "mimetype" ||
  name === manifest ||
  written.includes(name) ||
  picture.test(name);

/** What was deleted, remarks, what is not shown, and what runs or asks elsewhere. */
const dropped = new Set([
  ...["tracked-changes", "change", "change-start", "change-end"],
  ...["annotation", "annotation-end", "hidden-text", "hidden-paragraph"],
  ...["forms", "scripts", "script", "event-listeners"],
  ...["dde-connection-decls", "dde-source"],
  ...["user-field-decls", "variable-decls"],
]);

/** Another document or a file inside: what it holds is not looked into. */
const otherDocument =
  /^(?:object|object-ole|plugin|applet|floating-frame|binary-data)$/;

/**
 * Writes an OpenDocument text anew: without properties, remarks, deleted and
 * hidden words, names and times of changes.
 *
 * @returns undefined where something inside cannot be cleaned.
 */
export async function cleanOdt({
  parts,
}: Archive): Promise<CleanedParts | undefined> {
  const cleaned: CleanedParts = new Map();
  cleaned.set("mimetype", parts.get("mimetype") ?? Buffer.alloc(0));
  let common = new Set<string>();
  for (const name of written.filter((one) => parts.has(one))) {
    const xml = decodeText(parts.get(name) ?? Buffer.alloc(0));
    const styles = surveyStyles(xml, common);
    if (!styles) return undefined;
    ({ common } = styles);
    const rules = rulesFor(styles.hiding);
    cleaned.set(name, Buffer.from(rewriteXml(xml, rules)));
  }
  for (const [name, bytes] of parts) {
    if (!picture.test(name)) continue;
    const cleanedPicture = await cleanPicture(name, bytes);
    if (!cleanedPicture) return undefined;
    cleaned.set(name, cleanedPicture);
  }
  const list = decodeText(parts.get(manifest) ?? Buffer.alloc(0));
  cleaned.set(manifest, Buffer.from(rewriteXml(list, listing(cleaned))));
  return cleaned;
}

type Styles = {
  /** Those of the whole document that hide, and with them the ones of this part. */
  common: Set<string>;
  hiding: Set<string>;
};

/** Which styles hide what has them. @returns undefined where there is another document inside. */
function surveyStyles(
  xml: string,
  commonBefore: ReadonlySet<string>,
): Styles | undefined {
  const common = new Set(commonBefore);
  const hiding = new Set(commonBefore);
  const bases: [style: string, base: string][] = [];
  let style = "";
  let isOfPart = false;
  const add = (name: string) => {
    hiding.add(name);
    if (!isOfPart) common.add(name);
  };
  for (const token of readXmlTokens(xml)) {
    if (token.kind !== "start") continue;
    const { name, attributes } = token;
    if (otherDocument.test(name)) return undefined;
    if (/^(?:styles|automatic-styles)$/.test(name))
      isOfPart = name === "automatic-styles";
    if (name === "style") {
      style = attributeOf(attributes, "name");
      bases.push([style, attributeOf(attributes, "parent-style-name")]);
    }
    const hides = attributeOf(attributes, "display") === "none";
    if (name === "text-properties" && hides) add(style);
  }
  // A style may come before the one that it is based on.
  for (let before = -1; before !== hiding.size;) {
    before = hiding.size;
    for (const [name, base] of bases) if (hiding.has(base)) hiding.add(name);
  }
  return { common, hiding };
}

function rulesFor(hidden: ReadonlySet<string>): RewriteRules {
  return {
    fateOf: ({ name, attributes }: StartTag) => {
      if (dropped.has(name)) return "drop";
      if (!/^(?:span|p|h|a|section)$/.test(name)) return "keep";
      const isHidden =
        hidden.has(attributeOf(attributes, "style-name")) ||
        attributeOf(attributes, "display") === "none" ||
        attributeOf(attributes, "is-hidden") === "true";
      return isHidden ? "drop" : "keep";
    },
    rewriteAttribute: ({ name, fullName, written: value, element }) => {
      if (/rsid$/.test(name) || fullName === "draw:name") return undefined;
      if (
        /^(?:formula|protection-key)$|^text:condition$/.test(
          fullName.replace(/^table:/, ""),
        )
      )
        return undefined;
      if (name === "href" && !isInside(value, element))
        return element === "a" ? keepTarget(value) : "about:blank";
      return name === "title" ? withoutPathOrPlace(value) : value;
    },
  };
}

/** A picture of the document itself, and nothing that stands beside it. */
const isInside = (target: string, element: string) =>
  element !== "a" && /^(?:\.\/)?Pictures\/[^/]+$/.test(target);

function listing(kept: CleanedParts): RewriteRules {
  return {
    fateOf: ({ name, attributes }) => {
      const part = attributeOf(attributes, "full-path");
      const isGone = part !== "/" && !kept.has(part);
      return name === "file-entry" && isGone ? "drop" : "keep";
    },
    rewriteAttribute: ({ written: value }) => value,
  };
}
