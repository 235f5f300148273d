import {
  type OtherLanguage,
  otherLanguages,
} from "#app/domain/calls/languages.ts";
import { languageNames } from "./calls.ts";
import type { SettingsProblem } from "#app/domain/portal/settings-form.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";

/** What is said beside a field. */
export const settingsProblems: Record<SettingsProblem, string> = {
  "name-missing": "Enter the name of the review",
  "name-too-long": "The name must be 120 characters or less",
  "about-too-long": "What it is about must be 600 characters or less",
  "run-by-too-long": "Who runs it must be 200 characters or less",
  "reports-too-long": "When it reports must be 120 characters or less",
  "next-step-too-long":
    "What a reader does next must be 1,000 characters or less",
  "email-malformed": "Enter an email address, such as contact@review.example",
  "hours-no-number": "Enter a whole number of hours from 1 to 720",
  "english-missing": "Enter this in English too",
};

export const settingsRefusal =
  "Somebody saved other settings while you had these open. Yours are in the boxes and theirs stand below. Nothing is lost: save again to put yours in their place.";

/** What should be known before the public reads our own words in a language (docs/decisions/303). */
const unread: Record<OtherLanguage, string> = {
  cy: "The portal’s own Welsh was written without a Welsh speaker. Have one read it before you offer it.",
};

/** The form for what the review says of itself. */
export function describeSettingsForm(settings: PortalSettings, seen: string) {
  const { name, about, runBy, reports, safeguarding } = settings;
  const both = (words: PortalSettings["about"]) => ({
    ...{ en: words?.en ?? "", cy: words?.cy ?? "" },
  });
  return {
    seen,
    words: [
      {
        ...{ name: "name", label: "Name of the review", ...both(name) },
        hint: "At the top of every page, in titles and in mails",
      },
      {
        ...{ name: "about", label: "What it is about", ...both(about) },
        ...{ rows: 4, isOptional: true },
        hint: "Two or three sentences on the first page",
      },
      {
        ...{ name: "runBy", label: "Who runs it", ...both(runBy) },
        ...{ rows: 2, isOptional: true },
        hint: "Such as “Chaired by Dr Wren Okafor, set up by the Department for Education”",
      },
      {
        ...{ name: "reports", label: "When it reports", ...both(reports) },
        isOptional: true,
        hint: "Such as “In the spring of 2027”",
      },
    ],
    contactEmail: settings.contactEmail,
    alsoIn: settings.alsoIn ?? [],
    languages: otherLanguages.map((language) => ({
      value: language,
      label: languageNames[language],
      hint: unread[language],
    })),
    hours: String(safeguarding.hours),
    nextStep: safeguarding.nextStep ?? "",
  };
}
