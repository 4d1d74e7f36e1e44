@echo off
rem Starts truce; builds it first when there is no build yet or a source file is newer than the last one.
rem `truce test` builds and checks everything. Every other argument goes to the program.
rem TRUCE_JAVA_OPTS holds more options for the Java virtual machine.
setlocal
set "root=%~dp0"
set "jar=%root%client-cli\target\truce.jar"
set "log=%root%target\truce-build.log"

set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto nojava
set "version="
for /f "tokens=3" %%v in ('call "%java%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined version set "version=%%~v"
for /f "delims=.-+" %%v in ("%version%") do set "major=%%v"
if not defined major goto nojava
if %major% LSS 17 goto nojava

if "%~1"=="test" goto test
powershell -NoProfile -Command "$j = Get-Item -LiteralPath $env:jar -ErrorAction SilentlyContinue; if (-not $j) { exit 1 }; Set-Location -LiteralPath $env:root; $n = Get-ChildItem pom.xml, server, protocol, bots, client-cli -Recurse | Where-Object { ($_.Name -eq 'pom.xml' -or $_.FullName -match '\\src\\main(\\|$)') -and $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $j.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 goto run
call :needmaven || exit /b 1
if not exist "%root%target" mkdir "%root%target"
echo truce: building (log: %log%) ... 1>&2
pushd "%root%"
call mvn -B -ntp -q -DskipTests -pl client-cli -am package > "%log%" 2>&1
set "status=%errorlevel%"
popd
if not "%status%"=="0" goto buildfailed

:run
"%java%" -ea:dev.truce... --enable-native-access=ALL-UNNAMED %TRUCE_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

:test
call :needmaven || exit /b 1
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
pushd "%root%"
call mvn -B -ntp verify %rest%
set "status=%errorlevel%"
popd
exit /b %status%

:needmaven
where mvn >nul 2>&1 && exit /b 0
echo truce: has to be built first, which needs Maven 3.9 or newer, and there is no mvn on the PATH. See https://maven.apache.org/download.cgi 1>&2
exit /b 1

:buildfailed
powershell -NoProfile -Command "Get-Content -LiteralPath $env:log -Tail 40" 1>&2
echo truce: the build failed; the whole log is in %log% 1>&2
exit /b 1

:nojava
echo truce: needs a JDK, version 17 or newer, and finds none. Install one, for example: winget install EclipseAdoptium.Temurin.17.JDK. Or set JAVA_HOME to one. 1>&2
exit /b 1
