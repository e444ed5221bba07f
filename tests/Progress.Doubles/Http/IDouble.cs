namespace Progress.Doubles;

/// <summary>An imitated service: one request in, one answer out, no sockets, no waiting.</summary>
public interface IDouble
{
    DoubleResponse Handle(DoubleRequest request);
}
