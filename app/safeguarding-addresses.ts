import { responseAddress } from "./addresses.ts";

/** All cases, open and closed. */
export const safeguardingAddress = "/review/safeguarding";

type CaseForm = "pass-on" | "decide";

/** A response's case, or where one of its forms is. */
export function caseAddress(reference: string, form?: CaseForm): string {
  const path = `${responseAddress(reference)}/case`;
  return form === undefined ? path : `${path}/${form}`;
}
