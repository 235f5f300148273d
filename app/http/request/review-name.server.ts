import {
  inLanguage,
  type CallWords,
  type Language,
} from "#app/domain/calls/languages.ts";

type Named = {
  env: { reviewName: string };
  settings?: { name: CallWords } | undefined;
  speech?: { language: Language };
};

/** The review's name in a language, where it has one: left out, in that of the page that is answered. */
export function reviewNameOf(
  { env, settings, speech }: Named,
  language: Language = speech?.language ?? "en",
): string {
  return settings ? inLanguage(settings.name, language) : env.reviewName;
}
