import { wordsIn } from "#app/words/words.ts";
import { inNumbers } from "./counted.ts";

const { form } = wordsIn("en");

/** What the fields of questions say to whoever keys in answers. */
export const keyingWords = {
  ...form,
  lengthAdvice: (maxCharacters: number) =>
    form.lengthAdvice(inNumbers(maxCharacters)),
};
