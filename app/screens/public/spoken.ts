import { inLanguageAddress } from "#app/addresses.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import { languageNames, wordsIn } from "#app/words/words.ts";

type Speaking = {
  speech:
    | {
        language: Language;
        offered: readonly Language[];
        borrowed: ReadonlySet<string>;
        isPartly?: boolean;
        isOfCall: boolean;
      }
    | undefined;
  url: URL;
  /** Of the portal: whole addresses are made from it. */
  origin: string;
  /** Whether it is a page that was asked for and is there. */
  isFound: boolean;
  /** Whether it is shown this once, as the answer to a form: a way to another language would lose what it says. */
  isOnce?: boolean;
  /** Whether files were chosen in the form that it gives back. */
  isWithoutFiles?: boolean;
};

const nothing: ReadonlySet<string> = new Set();

/** What a public page says of its language, and of the same page in others. */
export function describeSpoken({
  speech,
  url,
  origin,
  isFound,
  isOnce,
  isWithoutFiles,
}: Speaking) {
  const { language, offered, borrowed, isOfCall } = speech ?? {
    ...{ language: "en" as const, offered: [], borrowed: nothing },
    isOfCall: false,
  };
  const { languages: words, unsaved } = wordsIn(language);
  const address = url.pathname + url.search;
  const choices = (isOnce ? [] : offered).map((one) => ({
    ...{ language: one, name: languageNames[one] },
    to: inLanguageAddress(address, one),
  }));
  return {
    ...{ language, borrowed, choices },
    isPartly: speech?.isPartly ?? borrowed.size > 0,
    heading: words.heading,
    notice: isOfCall ? words.callPartlyEnglish : words.pagePartlyEnglish,
    filesGone: isWithoutFiles ? unsaved.files : undefined,
    alternates:
      isFound && choices.length > 1 ? alternatesOf(url, offered, origin) : [],
  };
}

/** Of pages that are of nobody in particular: what else stands in an address may be of one person's answers. */
function alternatesOf(
  { pathname, searchParams }: URL,
  offered: readonly Language[],
  origin: string,
) {
  if ([...searchParams.keys()].some((name) => name !== "lang")) return [];
  const plain = { language: "en", to: origin + pathname };
  const others = offered.filter((one) => one !== "en");
  return [
    plain,
    ...others.map((one) => ({
      language: one as string,
      to: origin + inLanguageAddress(pathname, one),
    })),
    { ...plain, language: "x-default" },
  ];
}
