import { Shortcuts } from './shortcuts';

export default function SupportHome() {
  return (
    <div className="stack">
      <Shortcuts />
    </div>
  );
}
