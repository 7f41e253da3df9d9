# The site as an image: docker build -t site .   (where MailKit cannot be had: --build-arg UseMailKit=false)
#
# It runs as a user without rights, on a root that cannot be written, and writes to /data alone:
#
#   docker run -d --name site --restart unless-stopped --stop-timeout 35 -p 127.0.0.1:8080:8080 \
#     --read-only --cap-drop ALL --security-opt no-new-privileges \
#     -v site-data:/data -v site-content:/content:ro --env-file site.env site
#
# site.env   the settings that the README names, one NAME=value a line, at least Site__BaseUrl. A proxy on the same host
#            comes from Docker's own address: Site__TrustedProxies__0=172.17.0.1. Passwords stand here and nowhere else.
# /data      what must not be lost. A folder of the host in its place must belong to user 1654.
# /content   what staff write. A new named volume is filled from the image, once: later images leave it alone. A folder
#            of the host in its place must bring its own content.
# 35 s       the site may take 30 to end what it has begun; Docker by itself grants 10.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /repository

# Only what decides on the packages, so that a change of the sources does not fetch them again.
COPY global.json ./
COPY src/Directory.Build.* src/
COPY src/FacialParalysisSite.Content/*.csproj src/FacialParalysisSite.Content/packages.lock.json src/FacialParalysisSite.Content/
COPY src/FacialParalysisSite.Consultations/*.csproj src/FacialParalysisSite.Consultations/packages.lock.json src/FacialParalysisSite.Consultations/
COPY src/FacialParalysisSite.Web/*.csproj src/FacialParalysisSite.Web/packages.lock.json src/FacialParalysisSite.Web/
# _IsPublishing is what dotnet publish sets: what compiles beforehand is fetched here, too.
ARG UseMailKit=true
RUN dotnet restore src/FacialParalysisSite.Web -p:UseMailKit=$UseMailKit -p:_IsPublishing=true --disable-build-servers

# Where the program is not compiled beforehand, SQLite comes for phones, browsers and other systems as well: seventy
# megabytes that no server needs.
COPY .editorconfig ./
COPY src src
COPY wwwroot wwwroot
RUN dotnet publish src/FacialParalysisSite.Web --no-restore -c Release -o /site \
        -p:UseMailKit=$UseMailKit -p:UseAppHost=false --disable-build-servers \
    && if [ -d /site/runtimes ]; then find /site/runtimes -mindepth 1 -maxdepth 1 ! -name linux-x64 ! -name linux-arm64 -exec rm -r {} +; fi

# Not there while publishing, so that an edit compiles nothing. By a content/ beside it the program knows that it is
# published. The rights of files would else be those on the machine that builds.
COPY content /content
RUN ln -s /content /site/content && chmod -R u=rwX,go=rX /site /content

FROM mcr.microsoft.com/dotnet/aspnet:10.0

# What makes pictures small, and writes AVIF. A try, so that an image that cannot is never made.
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libvips-tools libheif-plugin-aomenc libheif-plugin-aomdec \
    && rm -rf /var/lib/apt/lists/* \
    && vips black /tmp/try.png 16 16 && vipsthumbnail --size=8x --output=/tmp/try.avif /tmp/try.png && rm /tmp/try.*

WORKDIR /app
COPY --from=build /site ./
COPY --from=build /content /content
RUN install -d -m 700 -o $APP_UID -g $APP_UID /data

# No temporary file is needed: nothing is taken that does not fit into memory, and pictures are made below /data. The
# sockets for diagnosing would be such files, too; nobody needs them here.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Content__Root=/content \
    Data__Root=/data \
    DOTNET_EnableDiagnostics=0

USER $APP_UID
VOLUME /data /content
EXPOSE 8080

# There is no curl in the image, so bash makes the connection. The port is the first that the site was told to listen on.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", " \
    address=${ASPNETCORE_URLS:-:$ASPNETCORE_HTTP_PORTS}; address=${address%%;*}; port=${address##*:}; \
    exec 3<>/dev/tcp/127.0.0.1/${port%/}; \
    printf 'GET /healthz/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3; \
    read -r -t 4 status <&3; echo $status; [[ $status == HTTP/1.?' 200 '* ]]"]

ENTRYPOINT ["dotnet", "FacialParalysisSite.Web.dll"]
