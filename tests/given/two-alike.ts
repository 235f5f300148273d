import {
  type Merge,
  previewMerge,
} from "#app/domain/tagging/merging.server.ts";
import { givenCoding, now } from "./coded.ts";

/** Moves and Upheaval are one thing: a twin, an overlap, one alone, two whole responses; a part below. */
export async function givenTwoAlike() {
  const given = await givenCoding();
  const other = await given.tag("Other");
  const from = await given.tag("Upheaval");
  const to = await given.tag("Moves");
  const part = await given.tag("Schools", from);
  const one = await given.answer();
  const two = await given.answer();
  await given.code(one, other, "moved again");
  const kept = await given.code(one, to, "moved again", { memo: "Twice." });
  const twin = await given.code(one, from, "moved again", {
    memo: "Three times?",
    actor: given.lead,
  });
  await given.code(one, from, "again and");
  await given.code(two, from, "We were");
  await given.whole(one.responseId, from);
  await given.whole(one.responseId, to);
  await given.whole(two.responseId, from);
  const merge: Merge = {
    ...{ fromTagId: from, toTagId: to },
    ...{ actor: given.lead, now },
  };
  const seal = async () => {
    const preview = await previewMerge(given.db, merge);
    return preview.ok ? preview.preview.seal : "";
  };
  return {
    ...given,
    ...{ other, from, to, part, one, two, kept, twin },
    merge,
    seal,
  };
}
