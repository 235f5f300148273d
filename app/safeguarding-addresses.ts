import { responseAddress } from "./addresses.ts";

/** All cases, open and closed. */
export const safeguardingAddress = "/review/safeguarding";

/** A page of those that are open. */
export function lanePageAddress(page: number): string {
  return page === 1
    ? safeguardingAddress
    : `${safeguardingAddress}?page=${page}`;
}

type CaseForm = "pass-on" | "decide";

/** A response's case, or where one of its forms is. */
export function caseAddress(reference: string, form?: CaseForm): string {
  const path = `${responseAddress(reference)}/case`;
  return form === undefined ? path : `${path}/${form}`;
}
