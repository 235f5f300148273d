import { StatusTag, type TagColour } from "../page-parts.tsx";

type ProjectLine = {
  projectFileId: number;
  name: string;
  href: string;
  facts: string;
  state: { label: string; colour?: TagColour };
};

/** Coded projects that were brought, the newest first. */
export function ProjectList({ projects }: { projects: ProjectLine[] }) {
  if (projects.length === 0)
    return <p className="govuk-body">No project was uploaded yet.</p>;
  return (
    <ul className="govuk-list heard-imports">
      {projects.map((project) => (
        <li className="heard-imports__file" key={project.projectFileId}>
          <p className="heard-imports__name">
            <a className="govuk-link" href={project.href}>
              <bdi>{project.name}</bdi>
            </a>{" "}
            <StatusTag {...project.state}>{project.state.label}</StatusTag>
          </p>
          <p className="heard-imports__facts">{project.facts}</p>
        </li>
      ))}
    </ul>
  );
}
