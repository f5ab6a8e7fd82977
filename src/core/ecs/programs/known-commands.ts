const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Operations of the services that a question about containers asks for, complete as far as `aws SERVICE help` of
 * AWS CLI 2.32 lists them: those of the API, and the CLI's own (`wait`, `deploy`, `get-login-password`). Typed by
 * hand, for the CLI's own model cannot be read here.
 */
const operations: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'ecs',
    words(`create-capacity-provider create-cluster create-express-gateway-service create-service create-task-set
    delete-account-setting delete-attributes delete-capacity-provider delete-cluster delete-express-gateway-service
    delete-service delete-task-definitions delete-task-set deploy deregister-container-instance
    deregister-task-definition describe-capacity-providers describe-clusters describe-container-instances
    describe-express-gateway-service describe-service-deployments describe-service-revisions describe-services
    describe-task-definition describe-task-sets describe-tasks discover-poll-endpoint execute-command
    get-task-protection list-account-settings list-attributes list-clusters list-container-instances
    list-service-deployments list-services list-services-by-namespace list-tags-for-resource
    list-task-definition-families list-task-definitions list-tasks monitor-express-gateway-service
    put-account-setting put-account-setting-default put-attributes put-cluster-capacity-providers
    register-container-instance register-task-definition run-task start-task stop-service-deployment stop-task
    submit-attachment-state-changes submit-container-state-change submit-task-state-change tag-resource
    untag-resource update-capacity-provider update-cluster update-cluster-settings update-container-agent
    update-container-instances-state update-express-gateway-service update-service
    update-service-primary-task-set update-task-protection update-task-set wait`),
  ],
  [
    'ecr',
    words(`batch-check-layer-availability batch-delete-image batch-get-image
    batch-get-repository-scanning-configuration complete-layer-upload create-pull-through-cache-rule
    create-repository create-repository-creation-template delete-lifecycle-policy delete-pull-through-cache-rule
    delete-registry-policy delete-repository delete-repository-creation-template delete-repository-policy
    delete-signing-configuration deregister-pull-time-update-exclusion describe-image-replication-status
    describe-image-scan-findings describe-image-signing-status describe-images describe-pull-through-cache-rules
    describe-registry describe-repositories describe-repository-creation-templates get-account-setting
    get-authorization-token get-download-url-for-layer get-lifecycle-policy get-lifecycle-policy-preview get-login
    get-login-password get-registry-policy get-registry-scanning-configuration get-repository-policy
    get-signing-configuration initiate-layer-upload list-image-referrers list-images
    list-pull-time-update-exclusions list-tags-for-resource put-account-setting put-image
    put-image-scanning-configuration put-image-tag-mutability put-lifecycle-policy put-registry-policy
    put-registry-scanning-configuration put-replication-configuration put-signing-configuration
    register-pull-time-update-exclusion set-repository-policy start-image-scan start-lifecycle-policy-preview
    tag-resource untag-resource update-image-storage-class update-pull-through-cache-rule
    update-repository-creation-template upload-layer-part validate-pull-through-cache-rule wait`),
  ],
  [
    'ecr-public',
    words(`batch-check-layer-availability batch-delete-image complete-layer-upload create-repository
    delete-repository delete-repository-policy describe-image-tags describe-images describe-registries
    describe-repositories get-authorization-token get-login-password get-registry-catalog-data
    get-repository-catalog-data get-repository-policy initiate-layer-upload list-tags-for-resource put-image
    put-registry-catalog-data put-repository-catalog-data set-repository-policy tag-resource untag-resource
    upload-layer-part`),
  ],
  [
    'sts',
    words(`assume-role assume-role-with-saml assume-role-with-web-identity assume-root
    decode-authorization-message get-access-key-info get-caller-identity get-delegated-access-token
    get-federation-token get-session-token get-web-identity-token`),
  ],
  ['configure', words('add-model export-credentials get import list list-profiles mfa-login set sso sso-session')],
]);

/** Services of the AWS CLI whose operations are not looked at; they only tell a service from a slip. */
const otherServices = words(`accessanalyzer account acm acm-pca amp amplify amplifybackend apigateway
  apigatewaymanagementapi apigatewayv2 appconfig appconfigdata appfabric appflow appintegrations
  application-autoscaling application-insights application-signals applicationcostprofiler appmesh apprunner
  appstream appsync arc-region-switch arc-zonal-shift artifact athena auditmanager autoscaling autoscaling-plans
  b2bi backup backup-gateway batch bcm-data-exports bedrock bedrock-agent bedrock-agent-runtime bedrock-runtime
  billing billingconductor braket budgets ce chatbot chime cleanrooms cli-dev cloud9 cloudcontrol clouddirectory
  cloudformation cloudfront cloudhsm cloudhsmv2 cloudsearch cloudtrail cloudtrail-data cloudwatch codeartifact
  codebuild codecatalyst codecommit codeconnections codeguru-reviewer codeguru-security codeguruprofiler codepipeline
  codestar-connections codestar-notifications cognito-identity cognito-idp cognito-sync comprehend
  comprehendmedical compute-optimizer configservice connect controltower cost-optimization-hub cur customer-profiles
  databrew dataexchange datapipeline datasync datazone dax deadline deploy detective devicefarm devops-guru
  directconnect discovery dlm dms docdb docdb-elastic drs ds ds-data dsql dynamodb dynamodbstreams ebs ec2
  ec2-instance-connect efs eks eks-auth elasticache elasticbeanstalk elb elbv2 emr emr-containers emr-serverless
  entityresolution es events evidently evs finspace firehose fis fms forecast frauddetector freetier fsx gamelift
  geo-maps geo-places geo-routes glacier globalaccelerator glue grafana greengrass greengrassv2 groundstation
  guardduty health healthlake history iam identitystore imagebuilder importexport inspector inspector-scan
  inspector2 internetmonitor invoicing iot iot-data iot-jobs-data iotdeviceadvisor iotevents iotfleetwise
  iotsecuretunneling iotsitewise iotthingsgraph iottwinmaker iotwireless ivs ivs-realtime ivschat kafka
  kafkaconnect kendra keyspaces kinesis kinesis-video-archived-media kinesis-video-media kinesisanalytics
  kinesisanalyticsv2 kinesisvideo kms lakeformation lambda launch-wizard lex-models lex-runtime lexv2-models
  lexv2-runtime license-manager lightsail location login logout logs lookoutequipment m2 machinelearning macie2
  managedblockchain marketplace-catalog marketplace-entitlement mediaconnect mediaconvert medialive mediapackage
  mediapackagev2 mediastore mediatailor memorydb meteringmarketplace mgh mgn migrationhub-config mq mturk mwaa
  neptune neptune-graph neptunedata network-firewall networkflowmonitor networkmanager networkmonitor
  notifications oam observabilityadmin omics opensearch opensearchserverless organizations osis outposts
  partnercentral-selling payment-cryptography pca-connector-ad personalize pi pinpoint pinpoint-email
  pinpoint-sms-voice-v2 pipes polly pricing proton qapps qbusiness qconnect quicksight ram rbin rds rds-data redshift
  redshift-data redshift-serverless rekognition repostspace resiliencehub resource-explorer-2 resource-groups
  resourcegroupstaggingapi rolesanywhere route53 route53-recovery-cluster route53domains route53profiles
  route53resolver rum s3 s3api s3control s3outposts s3tables s3vectors sagemaker sagemaker-runtime savingsplans
  scheduler schemas sdb secretsmanager security-ir securityhub securitylake serverlessrepo service-quotas
  servicecatalog servicecatalog-appregistry servicediscovery ses sesv2 shield signer simspaceweaver
  snow-device-management snowball sns socialmessaging sqs ssm ssm-contacts ssm-incidents ssm-sap sso sso-admin
  sso-oidc stepfunctions storagegateway support supportapp swf synthetics taxsettings textract timestream-query
  timestream-write tnb transcribe transfer translate trustedadvisor verifiedpermissions voice-id vpc-lattice waf
  waf-regional wafv2 wellarchitected wisdom workdocs workmail workmailmessageflow workspaces workspaces-web xray`);

/** Verbs of docker 28 and of its plugins, and the words behind those that only group others. */
const dockerVerbs: ReadonlySet<string> = words(`attach build builder buildx checkpoint commit compose config container
  context cp create debug diff events exec export history image images import info init inspect kill load login logout
  logs manifest model network node pause plugin port ps pull push rename restart rm rmi run sandbox save sbom scout
  search secret service stack start stats stop swarm system tag top trust unpause update version volume wait`);

const dockerGroups: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['image', words('build history import inspect load ls prune pull push rm save tag')],
  [
    'container',
    words(`attach commit cp create diff exec export inspect kill logs ls pause port prune rename restart rm run
    start stats stop top unpause update wait`),
  ],
  ['builder', words('build prune')],
  [
    'buildx',
    words('bake build create dial-stdio du history imagetools inspect install ls prune rm stop uninstall use version'),
  ],
  ['network', words('connect create disconnect inspect ls prune rm')],
  ['system', words('df dial-stdio events info prune')],
  ['volume', words('create inspect ls prune rm update')],
]);

/** Names of the services that `aws` knows. */
export function awsServices(): ReadonlySet<string> {
  return new Set([...operations.keys(), ...otherServices]);
}

/** The operations of a service, or null where they are not known. */
export function operationsOf(service: string): ReadonlySet<string> | null {
  return operations.get(service) ?? null;
}

/** What may stand behind `docker`, or behind a word that groups others; null where that is not known. */
export function dockerWords(group: string | null): ReadonlySet<string> | null {
  return group === null ? dockerVerbs : (dockerGroups.get(group) ?? null);
}
