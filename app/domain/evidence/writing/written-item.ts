import type { EvidenceItem } from "../../calls/evidence-items/evidence-item.ts";

/** What leaves of an item: neither its number here nor the file that hangs on it. */
export type WrittenItem = Pick<EvidenceItem, "csl" | "own">;
