import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import { benchCall } from "../call.ts";

const both = (en: string) => ({ en, cy: `Cymraeg: ${en}` });
const yesOrNo = ["yes", "no"].map((value) => ({ value, label: both(value) }));

/** So many pages that decide whether the page behind them is asked, and so many more with so many questions each. */
function callOf(of: {
  decided: number;
  more: number;
  each: number;
}): CallDefinition {
  const places = Array.from({ length: of.decided }, (_, at) => at);
  return callDefinitionSchema.parse({
    ...benchCall,
    alsoIn: ["cy"],
    conditions: places.map((at) => ({
      id: `rule${at}`,
      rule: { question: `a${at}`, operator: "is", value: "yes" },
    })),
    pages: [
      ...places.flatMap((at) => [
        { id: `a${at}`, questions: [choiceOf(at)] },
        { id: `b${at}`, showIf: `rule${at}`, questions: [textOf(`b${at}`)] },
      ]),
      ...Array.from({ length: of.more }, (_, at) => ({
        id: `more${at}`,
        title: both(`What else there is to tell, part ${at}`),
        questions: Array.from({ length: of.each }, (_one, nth) =>
          textOf(`q${at}-${nth}`),
        ),
      })),
    ],
  });
}

function choiceOf(at: number) {
  return {
    ...{ type: "radios", id: `a${at}`, required: true, choices: yesOrNo },
    label: both(`Have you been in touch with a service of kind ${at}?`),
  };
}

function textOf(id: string) {
  return {
    ...{ type: "short-text", id, required: true },
    label: both(`What was it like for you and your family, as to ${id}?`),
    hint: both("Write as much or as little as you like. Leave out names."),
  };
}

/** One page with one question, and a rule that shows a second. */
export const emptyCall = callOf({ decided: 1, more: 0, each: 0 });

/** 60 pages with 200 questions, and the twelve rules that make 4,096 ways of them. */
export const largeCall = callOf({ decided: 12, more: 36, each: 5 });

/** As many questions as the builder takes on 60 pages. */
export const largestCall = callOf({ decided: 12, more: 36, each: 20 });
