import type * as english from "../public-en/asked-again.ts";

/** To somebody who had begun before the form was changed, and is asked something again. */
export const askedAgainWords: typeof english.askedAgainWords = {
  heading: "Mae’r ffurflen wedi newid ers i chi ddechrau",
  newLead: (count) =>
    count === 1
      ? "Mae un cwestiwn yn newydd neu wedi newid, ac mae’n rhaid i ni ei ofyn i bawb:"
      : "Mae rhai cwestiynau’n newydd neu wedi newid, ac mae’n rhaid i ni eu gofyn i bawb:",
  why: "Pam rydym yn gofyn nawr",
  kept: "Rydym yn cadw popeth a ysgrifennoch a phob ffeil a roesoch i ni. Mae’r hyn nad yw’n cael ei ofyn mwyach ar y dudalen lle rydych yn gwirio eich atebion, ac ni fydd yn cael ei anfon.",
  goOn: "Mynd ymlaen i’r cwestiwn",
  goOnSeveral: "Mynd ymlaen i’r cwestiynau",
};
