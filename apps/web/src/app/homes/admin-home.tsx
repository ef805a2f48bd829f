import { Shortcuts } from './shortcuts';

export default function AdminHome() {
  return (
    <div className="stack">
      <Shortcuts />
    </div>
  );
}
