import type { Day } from '@ieum/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AreaField } from '../../components/area-field';
import { ChangeDialog } from '../../components/change-dialog';
import { DayField } from '../../components/day-field';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createTeam, endTeam, renameTeam, TEAMS_KEY, type SupportTeam } from './api';
import { teamMessages } from './messages';

const MAX_NAME = 60;

interface DialogProps {
  readonly onClose: () => void;
}

export function NewTeamDialog({ onClose }: DialogProps) {
  const t = useMessages(teamMessages);
  const navigate = useNavigate();
  const idempotency = useIdempotencyKey();
  const [name, setName] = useState('');
  const [areaId, setAreaId] = useState('');
  const create = async () => {
    const body = { areaId, name: name.trim().normalize('NFC') };
    const made = await createTeam(body, idempotency.headersFor(body));
    await navigate(`/support-teams/${made.id}`);
    return t('created');
  };
  return (
    <ChangeDialog
      title={t('create')}
      confirmLabel={t('create')}
      onClose={onClose}
      fault={() => (areaId === '' ? t('areaMissing') : name.trim() === '' ? t('nameMissing') : null)}
      change={create}
      reloads={TEAMS_KEY}
    >
      <AreaField label={t('area')} required value={areaId} onChange={setAreaId} />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </ChangeDialog>
  );
}

export function RenameTeamDialog({ team, onClose }: DialogProps & { readonly team: SupportTeam }) {
  const t = useMessages(teamMessages);
  const [name, setName] = useState(team.name);
  return (
    <ChangeDialog
      title={t('rename')}
      confirmLabel={t('save')}
      onClose={onClose}
      fault={() => (name.trim() === '' ? t('nameMissing') : null)}
      change={async () => {
        await renameTeam(team, name.trim().normalize('NFC'));
        return t('renamed');
      }}
      reloads={TEAMS_KEY}
    >
      <TextField
        label={t('name')}
        required
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </ChangeDialog>
  );
}

export function EndTeamDialog({ team, onClose }: DialogProps & { readonly team: SupportTeam }) {
  const t = useMessages(teamMessages);
  const [endedOn, setEndedOn] = useState<Day | null>(today());
  return (
    <ChangeDialog
      title={t('endTitle')}
      confirmLabel={t('end')}
      danger
      onClose={onClose}
      fault={() => (endedOn === null ? t('dayMissing') : null)}
      change={async () => {
        await endTeam(team, endedOn ?? today());
        return t('endDone');
      }}
      reloads={TEAMS_KEY}
    >
      <p>{t('endText')}</p>
      <DayField label={t('endedOn')} required max={today()} value={endedOn} onChange={setEndedOn} />
    </ChangeDialog>
  );
}
