import { responseAddress, tagAddress } from "#app/addresses.ts";
import { evidenceAddress, tagPlaceAddress } from "#app/codebook-addresses.ts";
import type { ReaderChoices } from "#app/domain/tagging/retrieval.server.ts";
import {
  type Evidence,
  printedRows,
  type QuoteConsent,
  type ReaderFilter,
  type ReaderPage,
  readerPageRows,
  writeReaderFilter,
} from "#app/domain/tagging/retrieval.ts";
import type { TagForEditing } from "#app/domain/tagging/tags.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import { inNumbers, plural } from "./counted.ts";

type ReaderParts = {
  tag: TagForEditing;
  page: ReaderPage;
  filter: ReaderFilter;
  ignored: string[];
  choices: ReaderChoices;
};

export const consentWords: Record<QuoteConsent, string> = {
  yes: "May be quoted",
  no: "Do not quote",
  "not-asked": "Do not quote: not asked",
};

/** A tag's evidence in the words and links of its page, or of the page below it where it is worked on. */
export function describeEvidence(
  parts: ReaderParts,
  place?: "definition" | "recode" | "print",
) {
  const { tag, page, filter, choices } = parts;
  const whole = { ...filter, after: undefined, before: undefined };
  const hrefOf = (change: Partial<ReaderFilter>) =>
    place
      ? tagPlaceAddress(
          tag.tagId,
          place,
          writeReaderFilter({ ...whole, ...change }),
        )
      : evidenceAddress(tag.tagId, writeReaderFilter({ ...whole, ...change }));
  return {
    heading: headingOf(page),
    place: placeOf(page),
    notices: parts.ignored.map(
      (name) =>
        `“${name}” in this address means nothing any more. It is left out.`,
    ),
    items: page.items.map((item) => describeItem(item, tag.tagId)),
    emptyWords: page.items.length > 0 ? undefined : emptyWordsOf(whole),
    filters: filterFields(filter, choices),
    activeFilters: activeFilters(whole, choices, hrefOf),
    clearHref: tagAddress(tag.tagId),
    hasParts: choices.tagIds.length > 1,
    pages: pagesOf(page, hrefOf),
    printHref: tagPlaceAddress(tag.tagId, "print", writeReaderFilter(whole)),
    csvAction: tagPlaceAddress(tag.tagId, "csv", writeReaderFilter(whole)),
  };
}

function headingOf({ counts }: ReaderPage): string {
  const { passages, wholes, responses } = counts;
  const parts = [
    ...(passages > 0 || wholes === 0
      ? [plural(passages, "passage", "passages")]
      : []),
    ...(wholes > 0
      ? [plural(wholes, "tag on a whole response", "tags on whole responses")]
      : []),
  ];
  return `${parts.join(" and ")}, from ${plural(responses, "response", "responses")}`;
}

function placeOf({ items, skipped, counts }: ReaderPage): string | undefined {
  const total = counts.passages + counts.wholes;
  if (total <= items.length) return undefined;
  const [first, last] = [skipped + 1, skipped + items.length];
  return `${inNumbers(first)} to ${inNumbers(last)} of ${inNumbers(total)}, in the order in which they came in`;
}

function emptyWordsOf(filter: ReaderFilter): string {
  return writeReaderFilter(filter).size === 0
    ? "Nothing is tagged with this yet."
    : "Nothing that is tagged with this fits the filter.";
}

function pagesOf(
  { items, skipped, counts }: ReaderPage,
  hrefOf: (change: Partial<ReaderFilter>) => string,
) {
  const [first, last] = [items[0], items.at(-1)];
  const hasMore = skipped + items.length < counts.passages + counts.wholes;
  return {
    previousHref: first && skipped > 0 ? hrefOf({ before: first }) : undefined,
    nextHref: last && hasMore ? hrefOf({ after: last }) : undefined,
    step: readerPageRows,
  };
}

function describeItem(item: Evidence, tagId: number) {
  const { reference, publicId } = item;
  return {
    id: publicId ?? `whole-${reference}-${item.tagId}`,
    value: publicId ?? `response-${item.responseId}`,
    isWhole: item.kind === 0,
    words: item.words,
    memo: item.memo,
    reference,
    textHref: responseAddress(
      reference,
      undefined,
      publicId ? `at-${publicId}` : "tags",
    ),
    childName: item.tagId === tagId ? undefined : item.tagName,
    childHref: item.tagId === tagId ? undefined : tagAddress(item.tagId),
    consent: item.consent,
    consentWords: consentWords[item.consent],
    facts: [
      item.speaker ?? "Who speaks is not known",
      item.callTitle,
      item.fileName ? `File: ${item.fileName}` : item.questionLabel,
      `Received ${formatShortDate(item.receivedAt)}`,
    ].filter((fact) => fact !== undefined),
    tagged: `Tagged by ${item.taggedBy}, ${formatMoment(item.taggedAt)}`,
  };
}

type Options = Iterable<readonly [value: string, label: string]>;

function filterField(
  [name, label, any]: [name: string, label: string, any: string],
  chosen: string | undefined,
  options: Options,
) {
  return {
    ...{ name, label, any, chosen },
    options: [...options].map(([value, words]) => ({ value, label: words })),
  };
}

function filterFields(filter: ReaderFilter, choices: ReaderChoices) {
  const { calls, meanings, staff } = choices;
  const callOptions = calls.map(
    ({ slug, definition }) => [slug, definition.title.en] as const,
  );
  const staffOptions = staff.map(
    ({ staffId, name }) => [staffId, name] as const,
  );
  const { words, isOwnOnly, callSlug, speaker, questionId, staffId } = filter;
  const consents = Object.entries(consentWords);
  const selects = [
    filterField(["call", "Call", "All calls"], callSlug, callOptions),
    filterField(
      ["who", "Who speaks", "Anybody"],
      speaker,
      meanings.speakerLabels,
    ),
    filterField(["quote", "Consent", "Any"], filter.consent, consents),
    filterField(
      ["question", "Question", "All questions"],
      questionId,
      meanings.questionLabels,
    ),
    filterField(["by", "Tagged by", "Anybody"], staffId, staffOptions),
  ];
  return { words, isOwnOnly, selects };
}

function activeFilters(
  filter: ReaderFilter,
  choices: ReaderChoices,
  hrefOf: (change: Partial<ReaderFilter>) => string,
) {
  const { words, isOwnOnly } = filter;
  const { selects } = filterFields(filter, choices);
  const labelOf = (name: string) => {
    const field = selects.find((one) => one.name === name);
    return field?.options.find(({ value }) => value === field.chosen)?.label;
  };
  const without = (
    label: string | undefined | false,
    change: Partial<ReaderFilter>,
  ) => (label ? [{ label, removeHref: hrefOf(change) }] : []);
  return [
    ...without(labelOf("call"), { callSlug: undefined }),
    ...without(labelOf("who"), { speaker: undefined }),
    ...without(labelOf("quote"), { consent: undefined }),
    ...without(labelOf("question"), { questionId: undefined }),
    ...without(labelOf("by"), { staffId: undefined }),
    ...without(words !== "" && `“${words}”`, { words: "" }),
    ...without(filter.withTagId !== undefined && "Together with another tag", {
      withTagId: undefined,
    }),
    ...without(filter.week && `Came in in the week of ${filter.week}`, {
      week: undefined,
    }),
    ...without(isOwnOnly && "Without its parts", { isOwnOnly: false }),
  ];
}

/**
 * A tag's evidence for paper, a part at a time.
 *
 * @param leaving what of this part may leave: the links go on after all of it.
 */
export function describePrinted(parts: ReaderParts, leaving: Evidence[]) {
  const { place, pages, emptyWords, ...shown } = describeEvidence(
    parts,
    "print",
  );
  return {
    ...shown,
    place: place && `${place}. A print has ${inNumbers(printedRows)} at most.`,
    pages: { ...pages, step: printedRows },
    items: leaving.map((item) => describeItem(item, parts.tag.tagId)),
    emptyWords: leaving.length > 0 ? undefined : emptyWords,
  };
}
