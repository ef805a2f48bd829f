import './skeleton.css';

interface SkeletonProps {
  /** CSS lengths */
  readonly width?: string;
  readonly height?: string;
}

/** A grey place-holder of the shape to come. Put one `role="status"` text beside a group of them. */
export function Skeleton({ width = '100%', height = '1.6rem' }: SkeletonProps) {
  return <span className="skeleton" style={{ width, height }} aria-hidden="true" />;
}

interface PageSkeletonProps {
  /** what is being waited for, for those who cannot see */
  readonly label: string;
}

export function PageSkeleton({ label }: PageSkeletonProps) {
  return (
    <div className="stack" role="status" aria-busy="true">
      <span className="visually-hidden">{label}</span>
      <Skeleton width="min(32rem, 70%)" height="3.2rem" />
      <div className="card-grid" aria-hidden="true">
        <Skeleton height="12rem" />
        <Skeleton height="12rem" />
        <Skeleton height="12rem" />
      </div>
      <Skeleton height="28rem" />
    </div>
  );
}
