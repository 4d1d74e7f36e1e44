@echo off
rem Starts truce; builds it first when there is no build yet or a source file is newer than the last one.
rem `truce test` builds and checks everything; `truce test TAG` runs the tests with a tag, such as balance, which it leaves out;
rem `truce bench` starts the benchmarks. Every other argument goes to the program.
rem TRUCE_JAVA_OPTS holds more options for the Java virtual machine.
setlocal
set "root=%~dp0"
rem What is built and by which modules; the benchmarks add a jar.
set "jar=%root%client-cli\target\truce.jar"
set "jars=client-cli\target\truce.jar client-cli\target\truce-lab.jar client-cli\target\truce-cluster.jar"
set "modules=client-cli"
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

rem Why these: see the launcher for other systems, `truce`.
set "inlining=-XX:FreqInlineSize=120 -XX:InlineSmallCode=700"
if "%~1"=="test" goto test
if "%~1"=="bench" goto bench
call :build || exit /b 1
rem These start, say little and wait for a person: a quick start matters more than the last bit of speed.
set "tuning="
set "first=%~1"
if not defined first set "first=-"
if "%first:~0,1%"=="-" set "tuning=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%first%"=="help" set "tuning=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%first%"=="join" set "tuning=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%first%"=="tournament" set "tuning=-XX:+UseSerialGC %inlining%"
if "%first%"=="dataset" set "tuning=-XX:+UseSerialGC %inlining%"
if "%first%"=="serve" set "tuning=%inlining%"
"%java%" -ea:dev.truce... --enable-native-access=ALL-UNNAMED %tuning% %TRUCE_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

:bench
set "jars=%jars% server\bench\target\truce-bench.jar"
set "modules=client-cli,server/bench"
call :build || exit /b 1
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
"%java%" -ea:dev.truce... --enable-native-access=ALL-UNNAMED %inlining% %TRUCE_JAVA_OPTS% -cp "%root%server\bench\target\truce-bench.jar;%jar%" dev.truce.bench.Bench %rest%
exit /b %errorlevel%

:test
call :needmaven || exit /b 1
set "tag=%~2"
if not defined tag goto testall
if "%tag:~0,1%"=="-" goto testall
for /f "tokens=1,2,*" %%a in ("%*") do set "rest=%%c"
rem Runs the tests with the tag, in the modules that have any. It leaves the jars alone.
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $mark = '@Tag(' + [char]34 + $env:tag + [char]34 + ')'; $tests = @(Get-ChildItem protocol, server, bots, client-cli -Recurse -Filter *Test.java | Where-Object { Select-String -LiteralPath $_.FullName -SimpleMatch $mark -Quiet }); if ($tests.Count -eq 0) { exit 9 }; $modules = ($tests | ForEach-Object { ((Resolve-Path -Relative -LiteralPath $_.FullName) -replace '\\', '/' -replace '^\./', '') -replace '/src/test/.*', '' } | Sort-Object -Unique) -join ','; $classes = ($tests.BaseName | Sort-Object -Unique) -join ','; $words = @('-B', '-ntp', 'test', '-pl', $modules, '-am', ('-Dtest=' + $classes), ('-Dgroups=' + $env:tag), '-Dtests.excluded=', '-Dsurefire.failIfNoSpecifiedTests=false') + @(($env:rest -split ' ') -ne ''); & mvn @words; exit $LASTEXITCODE"
if %errorlevel%==9 (
  echo truce: no test has the tag %tag%. 1>&2
  exit /b 1
)
exit /b %errorlevel%

:testall
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
rem Modules without the test that is named are passed over.
set "named="
set rest 2>nul | findstr /c:"-Dtest=" >nul && set "named=-Dsurefire.failIfNoSpecifiedTests=false"
pushd "%root%"
call mvn -B -ntp verify %rest% %named% -T 2
set "status=%errorlevel%"
popd
exit /b %status%

:build
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; foreach ($path in $env:jars.Split(' ')) { $j = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue; if (-not $j) { exit 1 }; $n = Get-ChildItem pom.xml, .mvn, server, protocol, bots, client-cli -Recurse | Where-Object { ($_.Name -eq 'pom.xml' -or $_.FullName -match '\\src\\main(\\|$)' -or $_.FullName -match '\\.mvn\\') -and $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $j.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 } }"
if not errorlevel 1 exit /b 0
call :needmaven || exit /b 1
if not exist "%root%target" mkdir "%root%target"
echo truce: building (log: %log%) ... 1>&2
pushd "%root%"
call mvn -B -ntp -q -Dmaven.test.skip -pl %modules% -am package > "%log%" 2>&1
set "status=%errorlevel%"
popd
if "%status%"=="0" exit /b 0
powershell -NoProfile -Command "Get-Content -LiteralPath $env:log -Tail 40" 1>&2
echo truce: the build failed; the whole log is in %log% 1>&2
exit /b 1

:needmaven
where mvn >nul 2>&1 && exit /b 0
echo truce: has to be built first, which needs Maven 3.9 or newer, and there is no mvn on the PATH. See https://maven.apache.org/download.cgi 1>&2
exit /b 1

:nojava
echo truce: needs a JDK, version 17 or newer, and finds none. Install one, for example: winget install EclipseAdoptium.Temurin.17.JDK. Or set JAVA_HOME to one. 1>&2
exit /b 1
