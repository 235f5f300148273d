import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import type { StartingPoint } from "#app/domain/calls/new-calls.ts";
import { callForAdvice, callForIdeas } from "./advice-and-ideas.ts";
import { callForEvidence, feedbackOnPaper } from "./evidence-and-papers.ts";
import type { WrittenDefinition } from "./parts.ts";
import { expressionOfInterest, offerToHost } from "./taking-part.ts";

const written: Record<StartingPoint, WrittenDefinition> = {
  "call-for-advice": callForAdvice,
  "call-for-evidence": callForEvidence,
  "expression-of-interest": expressionOfInterest,
  "feedback-on-a-paper": feedbackOnPaper,
  "call-for-ideas": callForIdeas,
  "offer-to-host": offerToHost,
};

/** A whole call in plain words, to be changed: each could be published as it is. */
export function startingPointDefinition(from: StartingPoint): CallDefinition {
  return callDefinitionSchema.parse(written[from]);
}
