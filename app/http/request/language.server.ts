import { languageParameter } from "#app/addresses.ts";
import { borrowedTexts } from "#app/domain/calls/borrowed-texts.ts";
import {
  type Language,
  languages,
  languagesOf,
} from "#app/domain/calls/languages.ts";
import type { RequestContext } from "./context.server.ts";
import {
  findOwnCookie,
  readOwnCookie,
  writeOwnCookie,
} from "./own-cookie.server.ts";

type Speaking = Pick<RequestContext, "env" | "speech" | "settings">;
type Asking = Pick<Request, "headers" | "url">;

const cookie = "language";
/** As long as a draft is kept: who answers in it comes back to it. */
const cookieSeconds = 30 * 24 * 60 * 60;

/** A language that the public side knows; undefined for whatever else an address or a cookie says. */
export function readLanguage(named: string | null | undefined) {
  return languages.find((language) => language === named);
}

/** The cookie that keeps a person's choice: two letters, and nothing that tells them from others. */
export function keepLanguage(
  context: Pick<Speaking, "env">,
  language: Language,
): string {
  return writeOwnCookie(context, cookie, {
    value: language,
    maxAgeSeconds: cookieSeconds,
    sameSite: "Lax",
  });
}

/** The choice that a cookie keeps; undefined where it says anything but a language. */
export function keptLanguage(
  cookies: string | undefined | null,
  context: Parameters<typeof findOwnCookie>[1],
): Language | undefined {
  return readLanguage(findOwnCookie(cookies, context, cookie));
}

/** What the person has chosen, by the address or earlier; never what their browser would like. */
export function chosenLanguage(
  request: Asking,
  context: Pick<Speaking, "env">,
): Language | undefined {
  const { searchParams } = new URL(request.url);
  return (
    readLanguage(searchParams.get(languageParameter)) ??
    readLanguage(readOwnCookie(request, context, cookie))
  );
}

/** The language of a page that is no call's: one that the review offers its own pages in. */
export function speakOurs(
  request: Asking,
  context: Speaking,
  calls: object[] = [],
): Language {
  const offered = languagesOf(context.settings ?? {});
  const chosen = chosenLanguage(request, context) ?? "en";
  const language = offered.includes(chosen) ? chosen : "en";
  const borrowed = borrowedTexts(calls, language);
  context.speech = { language, offered, borrowed, isOfCall: false };
  return language;
}

type OfferedCall = { definition: { alsoIn?: Language[] | undefined } };

/**
 * The language of a page of a call's: the one that was chosen, else the one that
 * the answers are in, where the call is offered in it.
 *
 * @param of the call, and what else of its words the page shows.
 */
export function speakOfCall(
  request: Asking,
  context: Speaking,
  of: OfferedCall & {
    language?: Language | undefined;
    also?: object | undefined;
  },
): Language {
  const { definition, language: before, also } = of;
  const offered = languagesOf({ alsoIn: definition.alsoIn ?? [] });
  // Answers that are in it already can be read in it, whatever is offered since.
  if (before && !offered.includes(before)) offered.push(before);
  const wanted = chosenLanguage(request, context) ?? before ?? "en";
  const language = offered.includes(wanted) ? wanted : "en";
  const borrowed = borrowedTexts([definition, also], language);
  context.speech = { language, offered, borrowed, isOfCall: true };
  return language;
}

/** A preview is in the language that its link or form says; its own links lead to the others. */
export function speakInPreview(
  context: Pick<Speaking, "speech">,
  { definition, language }: { definition: object; language: Language },
): void {
  const borrowed = borrowedTexts([definition], language);
  context.speech = {
    ...{ language, offered: [language], borrowed },
    isOfCall: true,
  };
}

/** Of a call's texts the page shows only these: only where one of them is in English does it say that some are. */
export function showOnly(
  context: Pick<Speaking, "speech">,
  parts: (object | undefined)[],
): void {
  const { speech } = context;
  if (!speech) return;
  const shown = borrowedTexts(parts, speech.language);
  context.speech = { ...speech, isPartly: shown.size > 0 };
}
