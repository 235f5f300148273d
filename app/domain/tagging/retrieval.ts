import { z } from "zod";
import { maxSearchCharacters } from "#app/db/search-words.ts";
import { readWholeNumber } from "../text/whole-numbers.ts";

export const readerPageRows = 50;
/** So many are printed at a time: a page is rendered where people send their answers. */
export const printedRows = 500;

/** Where something tagged stands in the order of the list: by response, the whole of it before its passages. */
export type ReaderKey = {
  responseId: number;
  /** 0 for a whole response, 1 for a passage. */
  kind: 0 | 1;
  itemId: number;
};

/** What a person lets be done with their words; of a form that did not ask, nothing was agreed to. */
export type QuoteConsent = "yes" | "no" | "not-asked";

export type ReaderFilter = {
  callSlug: string | undefined;
  /** The value of the question of who speaks. */
  speaker: string | undefined;
  consent: QuoteConsent | undefined;
  questionId: string | undefined;
  /** Who tagged it. */
  staffId: string | undefined;
  /** What its words or its memo hold, as typed. */
  words: string;
  /** Only of responses that have this tag too, on whatever of them. */
  withTagId: number | undefined;
  /** The Monday of the week in which it came in, as `2026-11-23`. */
  week: string | undefined;
  /** Whether what is tagged with a part of the tag is left out. */
  isOwnOnly: boolean;
  /** The list goes on after this. */
  after: ReaderKey | undefined;
  /** The list ends before this. */
  before: ReaderKey | undefined;
};

const key = z
  .string()
  .regex(/^\d{1,10}-[01]-\d{1,10}$/)
  .transform((text) => {
    const [responseId, kind, itemId] = text.split("-");
    return {
      responseId: readWholeNumber(responseId) ?? 0,
      kind: kind === "0" ? (0 as const) : (1 as const),
      itemId: readWholeNumber(itemId) ?? 0,
    };
  });

const tagId = z
  .string()
  .transform((text) => readWholeNumber(text) ?? 0)
  .refine((id) => id > 0);

/** A place in the list as an address carries it. */
export function writeReaderKey(place: ReaderKey): string {
  return `${place.responseId}-${place.kind}-${place.itemId}`;
}

/** What may stand in a filter today. */
export type ReaderOptions = {
  callSlugs: readonly string[];
  speakers: readonly string[];
  questionIds: readonly string[];
  staffIds: readonly string[];
};

const parameterNames = {
  call: "call",
  who: "who speaks",
  quote: "consent",
  question: "question",
  by: "person",
  words: "words",
  own: "parts",
  with: "other tag",
  week: "week",
  after: "page",
  before: "page",
} as const;

/** What an address asks for; a value that means nothing any more is left out and named, as in the queue. */
export function readReaderFilter(
  parameters: URLSearchParams,
  options: ReaderOptions,
): { filter: ReaderFilter; ignored: string[] } {
  const ignored: string[] = [];
  function read<Value>(
    name: keyof typeof parameterNames,
    schema: z.ZodType<Value>,
  ): Value | undefined {
    const given = parameters.get(name)?.trim() ?? "";
    if (given === "") return undefined;
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    ignored.push(parameterNames[name]);
    return undefined;
  }
  const among = (values: readonly string[]) =>
    z.string().refine((value) => values.includes(value));
  const filter: ReaderFilter = {
    callSlug: read("call", among(options.callSlugs)),
    speaker: read("who", among(options.speakers)),
    consent: read("quote", z.enum(["yes", "no", "not-asked"])),
    questionId: read("question", among(options.questionIds)),
    staffId: read("by", among(options.staffIds)),
    words: read("words", z.string().max(maxSearchCharacters)) ?? "",
    withTagId: read("with", tagId),
    week: read("week", z.iso.date()),
    isOwnOnly: read("own", z.literal("yes")) === "yes",
    after: read("after", key),
    before: read("before", key),
  };
  return { filter, ignored };
}

/** The parameters that ask for a filter: the same filter always has the same address. */
export function writeReaderFilter(
  filter: Partial<ReaderFilter>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  const set = (
    name: keyof typeof parameterNames,
    value: string | number | undefined,
  ) => value && parameters.set(name, String(value));
  set("call", filter.callSlug);
  set("who", filter.speaker);
  set("quote", filter.consent);
  set("question", filter.questionId);
  set("by", filter.staffId);
  set("words", filter.words);
  set("with", filter.withTagId);
  set("week", filter.week);
  set("own", filter.isOwnOnly ? "yes" : undefined);
  set("after", filter.after && writeReaderKey(filter.after));
  set("before", filter.before && writeReaderKey(filter.before));
  return parameters;
}

/** Something that is tagged, with all that is needed to read it as evidence. */
export type Evidence = ReaderKey & {
  /** Of a passage. */
  publicId: string | undefined;
  reference: string;
  callId: number;
  callTitle: string;
  /** The words of a passage, or how a response begins. */
  words: string;
  memo: string;
  tagId: number;
  tagName: string;
  questionLabel: string | undefined;
  fileName: string | undefined;
  /** In the words of the question that asks it; undefined where nobody asked or answered. */
  speaker: string | undefined;
  consent: QuoteConsent;
  taggedBy: string;
  /** ISO-8601 UTC. */
  taggedAt: string;
  receivedAt: string;
};

export type ReaderCounts = {
  passages: number;
  wholes: number;
  responses: number;
};

/** One page of all that is tagged with a tag or with a part of it. */
export type ReaderPage = {
  items: Evidence[];
  counts: ReaderCounts;
  /** How many stand before the first of them. */
  skipped: number;
};
