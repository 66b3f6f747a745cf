{{- define "osler.labels" -}}
{{- $names := dict "app.kubernetes.io/name" .root.Chart.Name "app.kubernetes.io/instance" .root.Release.Name }}
{{- merge $names (dict "app.kubernetes.io/component" .role) | toJson }}
{{- end }}

{{- define "osler.name" -}}
{{ printf "%s-%s" .root.Release.Name .role | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "osler.fromSecret" -}}
- name: {{ .name }}
  valueFrom: { secretKeyRef: { name: {{ .secret }}, key: {{ .key }} } }
{{- end }}

{{- /* The pod of a role: .root, .role, .of (its values), .arguments, .isServer, .isJob */ -}}
{{- define "osler.pod" -}}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: {{ .of.graceSeconds }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
containers:
  - name: osler
    image: {{ printf "%s:%s" .root.Values.image.repository (.root.Values.image.tag | default .root.Chart.AppVersion) | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: {{ toJson .arguments }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: { drop: [ALL] }
    env:
      {{- include "osler.fromSecret" (dict "name" "OSLER_DATABASE_URL" "secret" .root.Values.secret "key" "database-url") | nindent 6 }}
      {{- if .root.Values.pooled }}
      {{- include "osler.fromSecret" (dict "name" "OSLER_DATABASE_DIRECT_URL" "secret" .root.Values.secret "key" "database-direct-url") | nindent 6 }}
      {{- end }}
      {{- include "osler.fromSecret" (dict "name" "OSLER_BLOBS_KEY_ID" "secret" .root.Values.secret "key" "blobs-key-id") | nindent 6 }}
      {{- include "osler.fromSecret" (dict "name" "OSLER_BLOBS_SECRET" "secret" .root.Values.secret "key" "blobs-secret") | nindent 6 }}
      {{- if .root.Values.sealed }}
      {{- include "osler.fromSecret" (dict "name" "OSLER_MASTER_KEY" "secret" .root.Values.secret "key" "master-key") | nindent 6 }}
      {{- end }}
      - { name: OSLER_BLOBS_URL, value: {{ .root.Values.blobs.url | quote }} }
      {{- if .isServer }}
      - { name: OSLER_WORKERS, value: '0' }
      {{- end }}
      {{- range $name, $value := .root.Values.settings }}
      - { name: {{ $name }}, value: {{ $value | quote }} }
      {{- end }}
    resources: {{ toJson .of.resources }}
    {{- if .isServer }}
    ports: [{ name: http, containerPort: 1849 }]
    lifecycle: { preStop: { exec: { command: [sleep, {{ .of.preStopSeconds | quote }}] } } }
    startupProbe: { httpGet: { path: /health/live, port: http }, periodSeconds: 2, failureThreshold: 60 }
    livenessProbe: { httpGet: { path: /health/live, port: http }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 }
    readinessProbe: { httpGet: { path: /health/ready, port: http }, periodSeconds: 10, timeoutSeconds: 15 }
    {{- end }}
    volumeMounts:
      - { name: data, mountPath: /data }
      - { name: tmp, mountPath: /tmp }
      - { name: secrets, mountPath: /data/secrets, readOnly: true }
      {{- if .root.Values.modelsClaim }}
      - { name: models, mountPath: /opt/osler/build/models, readOnly: true }
      {{- end }}
volumes:
  - { name: data, emptyDir: { sizeLimit: {{ .of.scratch }} } }
  - { name: tmp, emptyDir: { sizeLimit: 1Gi } }
  - name: secrets
    secret:
      secretName: {{ .root.Values.secret }}
      defaultMode: 0440
      items:
        - { key: operator-token, path: operator-token }
        - { key: token-secret, path: token-secret }
        - { key: audit-key, path: audit-key }
  {{- with .root.Values.modelsClaim }}
  - { name: models, persistentVolumeClaim: { claimName: {{ . }}, readOnly: true } }
  {{- end }}
{{- end }}
