import type { Day } from '@ieum/domain';
import { CertificateBadge } from '../../components/certificate-badge';
import { DaysLeft } from '../../components/days-left';
import type { FoundSupplier } from './search-api';

interface FoundCertificatesProps {
  readonly certifications: FoundSupplier['certifications'];
  /** the day that they are valid on */
  readonly asOf: Day;
}

/** The certificates that hold on the day, each with how long it still does. */
export function FoundCertificates({ certifications, asOf }: FoundCertificatesProps) {
  return (
    <ul className="found-certificates">
      {certifications.map((one) => (
        <li key={one.id}>
          <CertificateBadge certification={one} withType />
          <DaysLeft validUntil={one.validUntil} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}
