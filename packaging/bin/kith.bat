@echo off
rem Starts Kith: without arguments the window, else the command line (kith help).
rem Java 25 or later is looked for in the folder runtime beside this one, KITH_JAVA_HOME, JAVA_HOME, the PATH, and the
rem usual places. KITH_JAVA_OPTIONS may hold further options for it.
setlocal
chcp 65001 >nul
set "KITH_FOLDER=%~dp0.."
set "KITH_FOUND="
call :try "%KITH_FOLDER%\runtime"
if defined KITH_JAVA_HOME call :try "%KITH_JAVA_HOME%"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~fD"
if not defined KITH_FOUND (
  echo Kith needs Java 25 or later: install it ^(for example Temurin 25 from adoptium.net^) or set KITH_JAVA_HOME. 知客需要 Java 25 或更高版本：请安装（例如 adoptium.net 的 Temurin 25），或设置 KITH_JAVA_HOME。 1>&2
  exit /b 1
)
"%KITH_FOUND%\bin\java.exe" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx512m -XX:FreqInlineSize=100 -XX:InlineSmallCode=1000 -XX:MaxInlineLevel=9 -Djdk.nio.maxCachedBufferSize=262144 -XX:SoftRefLRUPolicyMSPerMB=100 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %KITH_JAVA_OPTIONS% -cp "%KITH_FOLDER%\lib\*" app.kith.Main %*
exit /b %ERRORLEVEL%

rem Takes a Java home if nothing is found yet and its file "release" names version 25 or later.
:try
if defined KITH_FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :check "%~1" %%V
exit /b 0

rem The version comes with a quotation mark before it, and one behind it where it has no dot.
:check
set "KITH_VERSION=%~2"
set "KITH_VERSION=%KITH_VERSION:"=%"
if %KITH_VERSION% GEQ 25 set "KITH_FOUND=%~1"
exit /b 0
