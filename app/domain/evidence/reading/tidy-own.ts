import { cutText, tidyText } from "../../text/foreign-text.ts";
import {
  evidenceKinds,
  type EvidenceOwn,
  evidenceStrengths,
  ownTextFields,
  ownTextLimits,
  studyDesigns,
} from "../../calls/evidence-items/evidence-item.ts";
import type { RawRecord } from "./raw-record.ts";

/** What a list says of the review's own fields: only what Heard, or PubMed, has written there. */
export function tidyOwn(raw: RawRecord["own"]): EvidenceOwn {
  const own: EvidenceOwn = {};
  const kind = evidenceKinds.find((one) => one === raw.kind);
  const design = studyDesigns.find((one) => one === raw.design);
  const strength = evidenceStrengths.find((one) => one === raw.strength);
  if (kind) own.kind = kind;
  if (design) own.design = design;
  if (strength) own.strength = strength;
  for (const field of ownTextFields) {
    const limit = ownTextLimits[field];
    const line = tidyText(cutText(raw[field] ?? "", 4 * limit));
    const text = cutText(line.replace(/\s+/g, " "), limit).trim();
    if (text !== "") own[field] = text;
  }
  const topics = (raw.topics ?? "").split(" ").filter(Boolean).slice(0, 60);
  if (topics.length > 0) own.topics = topics.map((one) => one.slice(0, 60));
  return own;
}
