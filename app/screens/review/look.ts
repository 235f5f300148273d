import {
  contrastWithWhite,
  leastContrast,
  nearestReadable,
  readAccent,
} from "#app/domain/portal/accents.ts";
import { accentAddress } from "#app/page-addresses.ts";

const ratio = (accent: string) => {
  // Cut and not rounded: what is refused must not read as enough.
  const tenths = Math.floor(contrastWithWhite(accent) * 10) / 10;
  return `${tenths.toFixed(1)} to 1`;
};

/** A colour as it would look at the top of a page. */
export function describeAccent(accent: string) {
  return {
    ...{ accent, styleSheet: accentAddress(accent) },
    about: `White letters on ${accent} have a contrast of ${ratio(accent)}; they need ${leastContrast}.`,
  };
}

const accentMalformed =
  "Enter a colour as # and six digits or letters from a to f, such as #0b3440";

type Shown = ReturnType<typeof describeAccent>;
type Judged = { shown: Shown | undefined; offered: string | undefined };

export const nothingShown: Judged = { shown: undefined, offered: undefined };

/** Why a colour is not saved: it is none, nobody could read on it, or it is only to be shown; undefined where it is. */
export function judgeAccent(
  typed: string,
  step: "show" | "save",
):
  | { errors?: Record<string, string>; status?: number; also: Judged }
  | undefined {
  const accent = readAccent(typed);
  if (accent === undefined)
    return { errors: { accent: accentMalformed }, also: nothingShown };
  if (contrastWithWhite(accent) < leastContrast) {
    const offered = nearestReadable(accent);
    const error = `White letters on ${accent} have a contrast of ${ratio(accent)}, and people need ${leastContrast}. The nearest that passes is ${offered}`;
    return { errors: { accent: error }, also: { shown: undefined, offered } };
  }
  const also = { shown: describeAccent(accent), offered: undefined };
  return step === "show" ? { status: 200, also } : undefined;
}
