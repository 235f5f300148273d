import { callAddress } from "#app/addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { callOpening, takesAnswers } from "#app/domain/calls/opening.ts";
import { previewAddress } from "#app/preview-addresses.ts";
import { describeCall, describeStart } from "../public/calls.ts";

type Looking = {
  /** As the public is told. */
  counts: Map<number, number>;
  /** To a preview for the team's own eyes, of what the public would see. */
  link: string;
  now: Date;
};

/** A button, or a link with what stands above it. */
const tellWay = (way: {
  label: string;
  note?: string | undefined;
  isStart: boolean;
}) =>
  way.isStart
    ? `The button “${way.label}” leads into the form.`
    : `${way.note ?? ""} “${way.label}”`.trim();

const noWay = "There is no way in to the form.";

/** What whoever has not begun reads at the head of a call's public page, in the words that stand there. */
export function describeSight(call: Call, { counts, link, now }: Looking) {
  const { slug, definition } = call;
  const opening = callOpening(call, now);
  if (!opening)
    return {
      ...{ title: definition.title.en, head: undefined },
      says: "Nothing: the call is not public yet, and its address shows that there is no such page.",
      href: previewAddress(link),
      label: "See it as the public would",
    };
  const overview = describeCall({ ...call, opening }, counts, "en");
  const mayAnswer = takesAnswers(opening);
  const standing = { hasSeveral: false, draftKeptUntil: undefined };
  const start = describeStart(overview, { ...standing, mayAnswer });
  const { state, timeLeft, extended, thanks, facts, way } = start;
  return {
    title: overview.title,
    says: undefined,
    head: {
      ...{ state, timeLeft, extended, thanks, facts },
      way: way ? tellWay(way) : noWay,
      outcome: overview.outcome
        ? "Below it stands what came of the call."
        : undefined,
    },
    href: callAddress(slug),
    label: "See it as the public does",
  };
}
