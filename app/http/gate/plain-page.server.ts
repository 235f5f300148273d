import type { Response } from "express";

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

/** An answer for what never reaches Remix: no style, no script, words a person understands. */
export function sendPlainPage(
  response: Response,
  status: number,
  heading: string,
  advice = "Go back and try again. What you typed is still in your browser.",
) {
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type("html")
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(heading)}</title></head><body><main><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(advice)}</p></main></body></html>`,
    );
}
