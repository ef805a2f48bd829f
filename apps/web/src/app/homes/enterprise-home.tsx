import { Shortcuts } from './shortcuts';

export default function EnterpriseHome() {
  return (
    <div className="stack">
      <Shortcuts />
    </div>
  );
}
