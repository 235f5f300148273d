import { z } from "zod";
import { tidyText } from "../text/foreign-text.ts";
import type { LogoFault } from "../files/logo-drawing.ts";
import { inBoth } from "./page-forms.ts";
import { type PortalSettings, maxAltCharacters } from "./settings.ts";

/** What can be the matter with a logo that somebody hands in; a screen says it. */
export type LogoProblem =
  LogoFault | "none-chosen" | "gone" | "alt-missing" | "alt-too-long";

const because = (problem: LogoProblem) => problem;

const alt = z
  .string()
  .optional()
  .transform((typed = "") => tidyText(typed).replace(/\s+/g, " "))
  .refine((typed) => typed.length <= maxAltCharacters, because("alt-too-long"));

const logoHash = /^[0-9a-f]{64}$/;

/** Whether an address may be that of a logo. */
export function isLogoHash(text: string): boolean {
  return logoHash.test(text);
}

/** A logo on its way: its file comes beside, or it was drawn before and is named. */
export const logoFormSchema = z
  .object({
    logo: z.string().regex(logoHash).or(z.literal("")).catch("").default(""),
    alt,
    altCy: alt,
    step: z.enum(["show", "save", "remove"]).default("show"),
  })
  .superRefine((typed, context) => {
    if (typed.step !== "remove" && typed.alt === "")
      context.addIssue({
        ...{ code: "custom", path: ["alt"] },
        message: because("alt-missing"),
      });
  });

export type DrawnLogo = Omit<NonNullable<PortalSettings["logo"]>, "alt">;

/** The settings with another logo, or with none. */
export function withLogo(
  { logo: _before, ...settings }: PortalSettings,
  logo: (DrawnLogo & { alt: string; altCy: string }) | undefined,
): PortalSettings {
  if (!logo) return settings;
  const { alt, altCy, ...drawn } = logo;
  return { ...settings, logo: { ...drawn, alt: inBoth(alt, altCy) } };
}
