/** A lifecycle policy of an ECR repository, with AWS's names. */
export interface LifecyclePolicy {
  readonly rules: readonly LifecycleRule[];
}

export interface LifecycleRule {
  readonly rulePriority: number;
  readonly description?: string;
  readonly selection: LifecycleSelection;
  readonly action: { readonly type: 'expire' | 'transition' };
}

export interface LifecycleSelection {
  readonly tagStatus: 'tagged' | 'untagged' | 'any';
  readonly tagPrefixList?: readonly string[];
  readonly tagPatternList?: readonly string[];
  readonly countType: 'imageCountMoreThan' | 'sinceImagePushed' | 'sinceImagePulled' | 'sinceImageTransitioned';
  readonly countUnit?: string;
  readonly countNumber: number;
}

/** An image of the repository. */
export interface RepositoryImage {
  /** What a reader calls it. Each has its own. */
  readonly name: string;
  readonly tags: readonly string[];
  /** 0 or more; fractions of a day count. */
  readonly pushedDaysAgo: number;
}
