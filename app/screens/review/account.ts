import type { Person } from "#app/domain/accounts/people.server.ts";
import { describeRole } from "./people.ts";

/** What somebody is told of their own account. */
export function describeAccount({ name, email, role }: Person) {
  return [
    { id: "name", label: "Name", value: name },
    { id: "email", label: "Email address", value: email },
    { id: "role", label: "Role", value: describeRole(role) },
  ];
}
