import type { DemoResponse } from "../demo-response.ts";
import { adviceAfterSending } from "./advice-after-sending.ts";
import { adviceForKinshipReaders, alikeAdvice } from "./advice-alike.ts";
import { earlyAdvice } from "./advice-early.ts";
import { firstAdvice } from "./advice-first.ts";
import { lateAdvice } from "./advice-late.ts";
import { evidenceAfterSending } from "./evidence-after-sending.ts";
import { earlyEvidence } from "./evidence-early.ts";
import { lateEvidence } from "./evidence-late.ts";
import { ideas } from "./ideas.ts";

/** By the slug of their call. */
export const demoResponses: Record<string, DemoResponse[]> = {
  "call-for-advice": [
    ...firstAdvice,
    ...earlyAdvice,
    ...lateAdvice,
    ...alikeAdvice,
    ...adviceForKinshipReaders,
    ...adviceAfterSending,
  ],
  "call-for-evidence": [
    ...earlyEvidence,
    ...lateEvidence,
    ...evidenceAfterSending,
  ],
  "call-for-ideas": ideas,
};
