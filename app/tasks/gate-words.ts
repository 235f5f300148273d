import type { SpeakAtGates } from "#app/http/gate/gate-words.ts";
import { gateWordsIn } from "#app/words/gate-words.ts";

/** The public side's words, for what is refused before its route. */
export const speakAtGates: SpeakAtGates = gateWordsIn;
