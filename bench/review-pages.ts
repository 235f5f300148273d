import type { Portal } from "./portal.ts";
import { commonWord, rareWord } from "./texts.ts";

/** The queue and its searches, each beside bare Remix's list or its page of a full-text search. */
export function reviewPages({ at, prepared }: Portal, size: number) {
  const [cookie = ""] = prepared.staffCookies;
  const page = (title: string, ours: string, floors: string) => ({
    title: `${title}, ${size}`,
    heard: { url: `${at.heard}/review/queue${ours}`, headers: { cookie } },
    remix: { url: `${at.remix}/queue${floors}` },
  });
  const search = (typed: string) => `?q=${encodeURIComponent(typed)}`;
  return [
    page("queue page", "", ""),
    page("queue page, the last", "?page=1000000", `?page=${size / 50}`),
    page("search, a rare word", search(rareWord), search(rareWord)),
    page("search, a common word", search(commonWord), search(commonWord)),
    page(
      "search, a common word and a state",
      `${search(commonWord)}&state=triaged`,
      search(commonWord),
    ),
    ...searchesOfKeys.map((typed) =>
      page(`search, ${typed}`, search(typed), search(commonWord)),
    ),
  ];
}

/** Of each kind of way in which a list is found one: by few, by none, by many, by words together, in another order. */
const searchesOfKeys = [
  'by:"Bench 1"',
  'by:"Bench 2"',
  "type:organisation",
  "tag:contact",
  "tag:none",
  "has:reader",
  "words:>500",
  "channel:letter",
  `${commonWord} OR school`,
  `${commonWord} -school`,
  `(${commonWord} OR school) (worker OR home)`,
  `${commonWord} sort:newest`,
  "wo* sch*",
  "-school",
  `q1:${commonWord}`,
  `q2:${commonWord}`,
];
