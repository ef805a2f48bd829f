import { Shortcuts } from './shortcuts';

export default function ClerkHome() {
  return (
    <div className="stack">
      <Shortcuts />
    </div>
  );
}
