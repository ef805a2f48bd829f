import type { Schema } from '@ieum/api-client';
import { INSTITUTION_KINDS, type InstitutionKind } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { areasQuery } from '../../lib/area-queries';
import { useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { registerInstitution, VISITS_KEY } from './api';
import { visitMessages } from './messages';

/** What lies in a district: neither a district nor the city. */
const KINDS = INSTITUTION_KINDS.filter((kind) => kind !== 'district' && kind !== 'city_hq');

interface NewInstitutionProps {
  readonly onChosen: (id: string, name: string) => void;
  readonly onClose: () => void;
}

interface Namesake {
  readonly id: string;
  readonly name: string;
}

/** Enters an institution from inside the form of a visit, so that nothing typed there is left behind. */
export function NewInstitution({ onChosen, onClose }: NewInstitutionProps) {
  const t = useMessages(visitMessages);
  const words = useMessages(organisationWords);
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const areas = useQuery(areasQuery).data?.items ?? [];
  const [name, setName] = useState('');
  const [kind, setKind] = useState<InstitutionKind>('school');
  const [area, setArea] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [namesake, setNamesake] = useState<Namesake | null>(null);
  const [busy, setBusy] = useState(false);
  const districtId = area === '' ? (areas.length === 1 ? (areas[0]?.id ?? '') : '') : area;

  const register = async (confirmSameName: boolean) => {
    const lacks = name.trim() === '' || districtId === '';
    setMissing(lacks);
    if (lacks) return;
    setBusy(true);
    setProblem(null);
    const body: Schema<'RegisterInstitutionDto'> = {
      name: name.trim().normalize('NFC'),
      kind,
      districtId,
      confirmSameName,
    };
    try {
      const made = await registerInstitution(body, idempotency.headersFor(body));
      await queryClient.invalidateQueries({ queryKey: ['institutions'] });
      await queryClient.invalidateQueries({ queryKey: VISITS_KEY });
      onChosen(made.id, made.name);
    } catch (error) {
      const other = error instanceof ProblemError ? namesakeOf(error) : null;
      setNamesake(other);
      if (other === null) setProblem(sentence(error));
      setBusy(false);
    }
  };
  return (
    <fieldset className="panel stack stack--tight">
      <legend className="visually-hidden">{t('newInstitutionTitle')}</legend>
      <div className="form-grid">
        <TextField
          label={t('institutionName')}
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          error={missing && name.trim() === '' ? t('required') : undefined}
          onChange={(event) => {
            setName(event.target.value);
            setNamesake(null);
          }}
        />
        <SelectField
          label={t('institutionKind')}
          emptyLabel={null}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'school')}
          options={KINDS.map((value) => ({ value, label: words(`kind_${value}`) }))}
        />
        <SelectField
          label={t('district')}
          required
          value={districtId}
          error={missing && districtId === '' ? t('choose') : undefined}
          onChange={(event) => setArea(event.target.value)}
          options={areas.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      {problem !== null && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {namesake !== null && (
        <Notice tone="warning" live>
          {t('namesake', { name: namesake.name })}
        </Notice>
      )}
      <div className="cluster">
        {namesake === null ? (
          <Button variant="secondary" busy={busy} onClick={() => void register(false)}>
            {t('register')}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={() => onChosen(namesake.id, namesake.name)}>
              {t('useExisting', { name: namesake.name })}
            </Button>
            <Button variant="tertiary" busy={busy} onClick={() => void register(true)}>
              {t('registerAnyway')}
            </Button>
          </>
        )}
        <Button variant="text" onClick={onClose}>
          {t('closeForm')}
        </Button>
      </div>
    </fieldset>
  );
}

function namesakeOf({ code, details }: ProblemError): Namesake | null {
  const { institutionId, name } = details;
  if (code !== 'INSTITUTION_NAME_EXISTS' || typeof institutionId !== 'string' || typeof name !== 'string')
    return null;
  return { id: institutionId, name };
}
