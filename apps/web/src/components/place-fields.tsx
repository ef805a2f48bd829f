import { useQuery } from '@tanstack/react-query';
import { departmentsQuery, institutionsQuery } from '../lib/institution-queries';
import { useUser } from '../lib/session';
import { SelectField } from './select-field';

interface Place {
  readonly institutionId: string;
  readonly departmentId: string;
}

interface PlaceFieldsProps {
  /** '' = all */
  readonly value: Place;
  readonly onChange: (patch: Partial<Place>) => void;
  readonly labels: {
    readonly institution: string;
    readonly allInstitutions: string;
    readonly department: string;
    readonly allDepartments: string;
  };
}

/** Whoever sees one department needs no choice of departments; whoever sees all institutions chooses one first. */
export function PlaceFields({ value, onChange, labels }: PlaceFieldsProps) {
  const user = useUser();
  const institutions = useQuery({ ...institutionsQuery, enabled: user.institutionId === null });
  const institutionId = user.institutionId ?? (value.institutionId === '' ? null : value.institutionId);
  const departments = useQuery({
    ...departmentsQuery(institutionId),
    enabled: institutionId !== null && user.departmentId === null,
  });
  return (
    <>
      {user.institutionId === null && (
        <SelectField
          label={labels.institution}
          emptyLabel={labels.allInstitutions}
          value={value.institutionId}
          onChange={(event) => onChange({ institutionId: event.target.value, departmentId: '' })}
          options={(institutions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {user.departmentId === null && (
        <SelectField
          label={labels.department}
          emptyLabel={labels.allDepartments}
          value={value.departmentId}
          disabled={institutionId === null}
          onChange={(event) => onChange({ departmentId: event.target.value })}
          options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}
