import { Shortcuts } from './shortcuts';

export default function ManagerHome() {
  return (
    <div className="stack">
      <Shortcuts />
    </div>
  );
}
