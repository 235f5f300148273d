/** The page the floor builds for each request: a form of the size of a real question page. */
const questions = [
  "What do you know about this that others may not?",
  "What gets in the way today?",
  "What would you change, and why?",
  "What would that cost, and what would it give?",
  "Is there anything else you want to tell us?",
];

const boilerplate =
  '<p class="govuk-body">You can answer some or all of the questions. Do not include personal information about other people. We read every answer, and say in public what we heard and what we did about it.</p>'.repeat(
    12,
  );

function questionHtml(label: string, index: number) {
  const id = `q${index + 1}`;
  return `<div class="govuk-form-group"><label class="govuk-label govuk-label--m" for="${id}">${label}</label><div id="${id}-hint" class="govuk-hint">Give sources for figures. Leave out names of other people.</div><textarea class="govuk-textarea" id="${id}" name="${id}" rows="8" aria-describedby="${id}-hint"></textarea></div>`;
}

const [before, after] = [
  `<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Floor</title></head><body class="govuk-template__body"><main class="govuk-main-wrapper">${boilerplate}<form method="post" novalidate><input type="hidden" name="csrf" value="`,
  `">${questions.map(questionHtml).join("")}<div class="govuk-form-group"><label class="govuk-label" for="file">Attach a document</label><input class="govuk-file-upload" id="file" name="file" type="file"></div><button class="govuk-button">Send</button></form></main></body></html>`,
];

export function formPage(token: string): string {
  return before + token + after;
}
