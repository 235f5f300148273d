import { editorAddress } from "#app/authoring-addresses.ts";
import { seenOfEquality } from "#app/domain/calls/authoring/equality-edits.ts";
import type { EqualityQuestions } from "#app/domain/calls/equality.ts";
import { otherLanguagesIn } from "#app/domain/calls/languages.ts";
import { isSameJson } from "#app/domain/text/canonical-json.ts";
import type { Edited } from "./edited-call.ts";
import { equalityQuestions } from "./starting-points/equality-questions.ts";

const choicesOfCall = {
  nothing: {
    value: "nothing",
    label: "Ask nothing about the person",
    hint: "Then nobody knows from whom the review has not heard",
  },
  standard: {
    value: "standard",
    label: "Ask the questions of the harmonised standard",
    hint: "In the words of the Government Statistical Service, which nobody changes: so answers can be compared",
  },
  own: {
    value: "own",
    label: "Ask what this call asks now",
    hint: "It came with the call’s file and stays as it is",
  },
};

/** Whether the person is asked about themselves, and what is asked. */
export function describeEqualityForm({ call, copy }: Edited) {
  const now = copy.equality?.body;
  const isOwn = now !== undefined && !isSameJson(now, equalityQuestions);
  const chosen = now ? (isOwn ? "own" : "standard") : "nothing";
  const isTranslated = otherLanguagesIn(now ?? {}).length > 0;
  return {
    ...{ callTitle: call.definition.title.en },
    backHref: editorAddress(call.slug),
    seen: seenOfEquality(copy),
    chosen,
    choices: [
      choicesOfCall.standard,
      ...(isOwn ? [choicesOfCall.own] : []),
      choicesOfCall.nothing,
    ],
    warning: isTranslated
      ? "They are translated. Asking nothing, or the questions of the standard again, takes their translation away."
      : undefined,
    lists: [
      ...(isOwn
        ? [{ heading: "What this call asks now", ...listQuestions(now) }]
        : []),
      {
        heading: "What the standard asks",
        ...listQuestions(equalityQuestions),
      },
    ],
  };
}

function listQuestions({ why, questions }: EqualityQuestions) {
  return {
    why: why.en,
    questions: questions.map(({ label, choices, under }) => ({
      label: label.en,
      choices: choices.map((one) => one.label.en).join(" · "),
      isSecond: under !== undefined,
    })),
  };
}
