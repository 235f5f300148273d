import { SummaryList } from "../summary-list.tsx";

type PersonFactsProps = {
  person: {
    email: string;
    role: string;
    lastSeen: string;
    secondStep: string;
    provider: string | undefined;
    claims: number;
    assigned: number;
    leftOn: string | undefined;
  };
};

/** What is known of somebody on the team. */
export function PersonFacts({ person }: PersonFactsProps) {
  const rows = [
    { id: "email", label: "Email address", value: person.email },
    { id: "role-now", label: "Role", value: person.role },
    { id: "last-seen", label: "Last seen", value: person.lastSeen },
    { id: "second-step", label: "Second step", value: person.secondStep },
    ...(person.provider
      ? [{ id: "provider", label: "Sign-in provider", value: person.provider }]
      : []),
    {
      id: "in-hand",
      label: "In hand",
      value: `${person.claims} read now, ${person.assigned} assigned`,
    },
    ...(person.leftOn
      ? [{ id: "left", label: "Not on the team since", value: person.leftOn }]
      : []),
  ];
  return <SummaryList rows={rows} />;
}
