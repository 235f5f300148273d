import { z } from "zod";
import type { PortalSettings } from "./settings.ts";

/** Letters on a ground are read by most people from here on (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

const written = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/;

/** "#0B3440", "0b3440" or "#abc" as "#0b3440"; undefined where it is none of these. */
export function readAccent(typed: string): string | undefined {
  const digits = written.exec(typed.trim().toLowerCase())?.[1];
  if (digits === undefined) return undefined;
  const six =
    digits.length === 3 ? digits.replace(/./g, (one) => one + one) : digits;
  return `#${six}`;
}

function channelsOf(accent: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
}

/** As WCAG counts light, from 0 for black to 1 for white. */
function luminanceOf(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrastOf = (channels: number[]) =>
  1.05 / (luminanceOf(channels) + 0.05);

/** How white letters stand out on it, from 1 to 21. */
export function contrastWithWhite(accent: string): number {
  return contrastOf(channelsOf(accent));
}

/** The lightest of the same kind on which white letters can be read; itself, where they can. */
export function nearestReadable(accent: string): string {
  const channels = channelsOf(accent);
  const steps = 512;
  for (let step = steps; step >= 0; step -= 1) {
    const darker = channels.map((channel) =>
      Math.floor((channel * step) / steps),
    );
    if (contrastOf(darker) >= leastContrast)
      return `#${darker.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
  }
  return "#000000";
}

/** What is typed, and whether it is only to be shown. */
export const accentFormSchema = z.object({
  accent: z.string().max(40).default(""),
  step: z.enum(["show", "save", "remove"]).default("show"),
});

/** The settings with another accent, or with none. */
export function withAccent(
  { accent: _before, ...settings }: PortalSettings,
  accent: string | undefined,
): PortalSettings {
  return accent === undefined ? settings : { ...settings, accent };
}
