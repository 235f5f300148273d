import type { Response } from "express";
import type { CallWords, Language } from "#app/domain/calls/languages.ts";
import { reviewNameOf } from "../request/review-name.server.ts";
import type { TypedField } from "../request/typed-fields.server.ts";
import type { GateWords, Refused, SpeakAtGates } from "./gate-words.ts";
import { languageAtGate } from "./keep-language.server.ts";

/** Whose portal it is: what a page says that no route made. */
export type Portal = {
  reviewName: string;
  /** Its name in each language; undefined where none was saved. */
  settings?: { name: CallWords } | undefined;
  reviewContactEmail: string;
  publicBaseUrl: URL;
};

/** What was typed into a form that was refused; with where it can be sent again. */
export type GivenBack = { fields: TypedField[]; action?: string };

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escapeHtml(text: string) {
  return text.replace(
    /[&<>"]/g,
    (character) => escapes[character] ?? character,
  );
}

/** The style stands in the page: at a name that is not ours no style sheet would come. */
const style = `body{margin:0;color:#0b0c0c;background:#fff;font:1.1875rem/1.4 Arial,sans-serif}header{background:#0b3440;color:#fff;padding:1rem}header,main{padding-left:max(1rem,calc(50% - 30rem));padding-right:max(1rem,calc(50% - 30rem))}h1{font-size:1.75rem;line-height:1.2}p{max-width:40rem}a{color:#0b3440}a:focus{outline:3px solid #fd0;background:#fd0}textarea,button{display:block;box-sizing:border-box;max-width:40rem;margin:0 0 1rem;font:inherit;padding:.5rem}textarea{width:100%;border:2px solid #0b0c0c}[hidden]{display:none}`;

type Speaking = { speak: SpeakAtGates; language: Language };
type Writing = Speaking & { portal: Portal; nonce: string };

/** A whole page without script: who speaks, what is the matter, where help and home are. */
export function writePlainPage(
  choose: (words: GateWords) => Refused,
  { portal, speak, language, nonce }: Writing,
  typed?: GivenBack,
): string {
  const words = speak(language);
  const { heading, ...said } = choose(words);
  const advice = (typed && said.withTyped) ?? said.advice ?? words.usualAdvice;
  const { settings } = portal;
  const name = escapeHtml(reviewNameOf({ env: portal, settings }, language));
  const email = escapeHtml(portal.reviewContactEmail);
  const home = escapeHtml(portal.publicBaseUrl.href);
  const title = escapeHtml(heading);
  return `<!doctype html><html lang="${language}" dir="${words.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – ${name}</title><style nonce="${nonce}">${style}</style></head><body><header>${name}</header><main><h1>${title}</h1><p>${escapeHtml(advice)}</p>${typed ? writeTyped(typed, words) : ""}<p>${words.help} <a href="mailto:${email}">${email}</a>.</p><p><a href="${home}">${words.home}</a></p></main></body></html>`;
}

/** What was typed, in a form to be sent again or, without an address, in boxes to be copied from. */
function writeTyped({ fields, action }: GivenBack, words: GateWords) {
  if (action === undefined)
    return fields
      .filter(({ kind, value }) => kind !== "carried" && value.trim() !== "")
      .map((field) => writeBox(field, words, "readonly"))
      .join("");
  const boxes = fields.map((field) =>
    writeBox(
      field,
      words,
      `name="${escapeHtml(field.name)}"${field.kind === "written" ? "" : " hidden"}`,
    ),
  );
  return `<form method="post" action="${escapeHtml(action)}">${boxes.join("")}<button>${words.sendAgain}</button></form>`;
}

/** HTML leaves out a line break that a box begins with; the one before it is that one. */
function writeBox({ value }: TypedField, words: GateWords, attributes: string) {
  return `<textarea rows="8" dir="auto" aria-label="${words.typed}" ${attributes}>\n${escapeHtml(value)}</textarea>`;
}

/** What a plain page may load: its own style and nothing else. */
export function plainPagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

/** Where the gates stand: whose portal it is, and in what words. */
export type GateLocals = { portal: Portal; speakAtGates: SpeakAtGates };

/** An answer for what never reaches Remix, in words a person understands, in the language that they chose. */
export function sendPlainPage(
  response: Response,
  status: number,
  choose: (words: GateWords) => Refused,
  typed?: GivenBack,
) {
  const nonce = String(response.locals.cspNonce);
  const { portal, speakAtGates: speak } = response.app.locals as GateLocals;
  const language = languageAtGate(response.req, portal);
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .set("Content-Language", language)
    .set("Content-Security-Policy", plainPagePolicy(nonce))
    .type("html")
    .send(writePlainPage(choose, { portal, speak, language, nonce }, typed));
}
