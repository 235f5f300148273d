import { z } from "zod";
import { otherLanguages } from "../calls/languages.ts";
import { tidyText } from "../text/foreign-text.ts";
import { inBoth, typedWords } from "./page-forms.ts";
import {
  maxAboutCharacters,
  maxNameCharacters,
  maxNextStepCharacters,
  maxReportsCharacters,
  maxRunByCharacters,
  maxSafeguardingHours,
  type PortalSettings,
} from "./settings.ts";

/** What can be the matter with what somebody typed; a screen says it. */
export type SettingsProblem =
  | "name-missing"
  | "name-too-long"
  | "about-too-long"
  | "run-by-too-long"
  | "reports-too-long"
  | "next-step-too-long"
  | "email-malformed"
  | "hours-no-number"
  | "english-missing";

const because = (problem: SettingsProblem) => problem;

const textUpTo = (most: number, problem: SettingsProblem) =>
  z
    .string()
    .optional()
    .transform((typed = "") => tidyText(typed))
    .refine((typed) => typed.length <= most, problem);

const name = textUpTo(maxNameCharacters, because("name-too-long"));
const about = textUpTo(maxAboutCharacters, because("about-too-long"));
const runBy = textUpTo(maxRunByCharacters, because("run-by-too-long"));
const reports = textUpTo(maxReportsCharacters, because("reports-too-long"));

/** What stands in both languages or in English only. */
const translated = ["about", "runBy", "reports"] as const;

export const settingsFormSchema = z
  .object({
    name: name.refine((typed) => typed !== "", because("name-missing")),
    nameCy: name,
    contactEmail: z
      .string(because("email-malformed"))
      .trim()
      .pipe(z.email(because("email-malformed")).max(254)),
    about,
    aboutCy: about,
    runBy,
    runByCy: runBy,
    reports,
    reportsCy: reports,
    hours: z
      .string(because("hours-no-number"))
      .trim()
      .pipe(z.string().regex(/^[1-9]\d{0,2}$/, because("hours-no-number")))
      .transform(Number)
      .pipe(z.number().max(maxSafeguardingHours, because("hours-no-number"))),
    nextStep: textUpTo(maxNextStepCharacters, because("next-step-too-long")),
    alsoIn: z
      .array(z.enum(otherLanguages))
      .max(otherLanguages.length)
      .default([]),
    seen: z.string().max(40).default(""),
  })
  .superRefine((typed, context) => {
    for (const field of translated)
      if (typed[field] === "" && typed[`${field}Cy`] !== "")
        context.addIssue({
          ...{ code: "custom", path: [field] },
          message: because("english-missing"),
        });
  });

/** What of the settings stands on that form: the rest is changed elsewhere. */
export function formPartOf(settings: PortalSettings) {
  const { name, contactEmail, about, runBy, reports, safeguarding } = settings;
  const { alsoIn } = settings;
  return { name, contactEmail, about, runBy, reports, safeguarding, alsoIn };
}

/** The settings with what was typed. */
export function withTyped(
  before: PortalSettings,
  typed: Omit<z.output<typeof settingsFormSchema>, "seen">,
): PortalSettings {
  const { about: _a, runBy: _r, reports: _w, alsoIn: _l, ...others } = before;
  const [newAbout, newRunBy, newReports] = translated.map((field) =>
    typedWords(typed[field], typed[`${field}Cy`]),
  );
  return {
    ...others,
    ...{ name: inBoth(typed.name, typed.nameCy) },
    contactEmail: typed.contactEmail,
    ...(newAbout && { about: newAbout }),
    ...(newRunBy && { runBy: newRunBy }),
    ...(newReports && { reports: newReports }),
    ...(typed.alsoIn.length > 0 && { alsoIn: typed.alsoIn }),
    safeguarding: {
      hours: typed.hours,
      ...(typed.nextStep !== "" && { nextStep: typed.nextStep }),
    },
  };
}
